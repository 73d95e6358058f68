/// The words and names of generated records.
enum Vocabulary {
  static let words = [
    "Neural", "differential", "equations", "for", "stiff", "systems", "of", "the", "implicit",
    "models", "fast", "solvers", "and", "their", "adjoints", "in", "Julia", "scientific",
    "machine", "learning", "with", "GPU", "kernels", "compilers", "a", "universal", "surrogate",
    "Réseaux", "de", "neurones", "Größe", "naïve", "日本語の", "論文", "Ωmega", "Привет", "мир",
    "C++", "C#", "50%", "**bold**", "*italic*", "`code`", "$x^2$", "[link](https://a.org/x)",
    "(TOMS)", "pre-print", "don't", "key:", "#1", "- dash", "!important", "\"quoted\"", "yes",
    "2024", "1e3", "null", "~", "👩‍🔬", "e\u{301}tude", "\\*", "|", ">", "&amp;", "%d", "@home",
  ]

  static let names = [
    "Avik Pal", "Chris Rackauckas", "Alan Edelman", "Mathew C. Jones", "José García",
    "Łukasz Kaiser", "李 明", "Müller, Jörg", "Jean-Pierre Serre", "Ludwig van Beethoven",
    "Anna Karenina", "Björk", "Frank Schäfer", "Flemming Holtorf", "Axel Larsson",
    "Torkel Loman", "Noether, Emmy", "Facundo Sapienza", "Jordi Bolibar", "Yingbo Ma",
  ]

  static let tags = ["ml", "julia", "größe", "日本", "a-b", "x", "open-source", "sciml", "gpu"]

  static let fieldNames = ["phone", "address", "note", "url", "title", "x-own", "highlights"]

  /// Texts that are invalid for most types.
  static let unread = ["not a value ☂", "soon", "1,2,3,4", "20-24", "http//", "::", "…?", "0/0"]
}
