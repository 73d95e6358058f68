/// A CV as its reader sees it: the text of each part. All formats render this value.
package struct CVDocument: Hashable, Sendable {
  package var header: DocumentHeader
  package var sections: [DocumentSection]
  /// What could not be typeset as intended, such as a formula that is printed as written.
  package var warnings: [String]

  package init(
    header: DocumentHeader = DocumentHeader(), sections: [DocumentSection] = [],
    warnings: [String] = []
  ) {
    self.header = header
    self.sections = sections
    self.warnings = warnings
  }
}

/// The top of the document: its owner.
package struct DocumentHeader: Hashable, Sendable {
  package var name = ""
  /// The parts of the headline, in order.
  package var headline: [[Inline]] = []
  package var contacts: [DocumentContact] = []
  /// Paragraphs.
  package var summary: [[Inline]] = []

  package init() {}
}

/// A way to contact or find the owner.
package struct DocumentContact: Hashable, Sendable {
  /// The kind of contact: `email`, `phone`, `web`, `location`, `orcid`, or the name of a site.
  package var medium: String
  /// Its display name: `E-mail`, `GitHub`.
  package var label: String
  package var text: String
  package var url: String?
}

/// A part of the document with a heading: the entries of one kind.
package struct DocumentSection: Hashable, Sendable {
  package var kind: String
  package var heading: [Inline]
  package var intro: [Inline]
  /// At least one; a section without groups has one without a heading.
  package var groups: [DocumentGroup]

  /// All entries, in the order of the document.
  package var entries: [DocumentEntry] { groups.flatMap(\.entries) }
}

/// A group of entries in a section.
package struct DocumentGroup: Hashable, Sendable {
  package var heading: [Inline]
  package var intro: [Inline]
  package var entries: [DocumentEntry]

  package init(heading: [Inline] = [], intro: [Inline] = [], entries: [DocumentEntry]) {
    self.heading = heading
    self.intro = intro
    self.entries = entries
  }
}
