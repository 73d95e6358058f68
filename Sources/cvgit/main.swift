print("cvgit")
