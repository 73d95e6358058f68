import CVModel

/// The vocabulary of a research group: its people, topics and venues.
enum Research {
  static let owner = "Avik Pal"

  static let people = [
    "Chris Rackauckas", "Alan Edelman", "Flemming Holtorf", "Torkel Loman", "Facundo Sapienza",
    "Frank Schäfer", "Jordi Bolibar", "Per-Olof Persson", "Dipankar Das", "Mathew C. Jones",
    "Anna Karenina Lee", "Yingbo Ma", "Vaibhav Dixit", "Songchen Tan",
  ]

  /// Words that titles of one topic share.
  static let topics = [
    "neural differential equations stiff implicit solvers adjoint sensitivity continuous time layers depth equilibrium models fast training stability",
    "scientific machine learning surrogates physics informed operators partial hypersonic flows mesh geometry invariant digital twins accelerated",
    "compilers automatic differentiation tensor programs optimization gpu kernels julia llvm vectorization autotuning parallel linear algebra performance",
    "nonlinear systems root finding newton krylov methods jacobian sparse robust preconditioning large scale benchmarks convergence trust region",
  ].map { $0.split(separator: " ").map(String.init) }

  static let connectives = [
    "for", "of", "with", "via", "and", "towards", "a", "the", "in", "using", "learning",
    "efficient", "scalable", "improved", "general", "understanding", "limits",
  ]

  static let venues = [
    "NeurIPS", "ICML", "ICLR", "AIAA SciTech Forum", "ACM Transactions on Mathematical Software",
    "Journal of Open Source Software", "SIAM Journal on Scientific Computing", "JuliaCon",
    "AAAI Conference on Artificial Intelligence",
  ]

  static let statuses = ["Submitted", "Under Review", "Accepted", "Published"]

  static let courses = ["Numerical Methods", "Machine Learning", "Linear Algebra", "Compilers"]
}
