@testable import CVFormats
import CVModel
import Testing

struct SectionHeadingsTests {
  @Test(arguments: [
    ("Education", "education"), ("work_experience", "experience"), ("EXPERIENCE", "experience"),
    ("Selected Publications", "publications"), ("Publikationen", "publications"),
    ("Expérience professionnelle", "experience"), ("Berufserfahrung", "experience"),
    ("Formación académica", "education"), ("Istruzione e formazione", "education"),
    ("Formação", "education"), ("Opleiding", "education"), ("Ausbildung", "education"),
    ("Honors & Awards", "awards"), ("Honors and Awards", "awards"), ("Auszeichnungen", "awards"),
    ("Prix et distinctions", "awards"), ("Invited Talks", "presentations"),
    ("Vorträge", "presentations"), ("Teaching Experience", "teaching"), ("Lehre", "teaching"),
    ("Volunteer Experience", "volunteering"), ("Ehrenamt", "volunteering"),
    ("Sprachkenntnisse", "languages"), ("Idiomas", "languages"), ("Talen", "languages"),
    ("Programming Languages", "skills"), ("Technologies", "skills"), ("Kenntnisse", "skills"),
    ("Patents", "patents"), ("Brevets", "patents"), ("Research Grants", "grants"),
    ("Personal Projects", "projects"), ("Licenses & Certifications", "certificates"),
    ("Professional Memberships", "memberships"), ("Centres d'intérêt", "interests"),
    ("Eduction", "education"), ("Publicatons", "publications"), ("References", "references"),
    ("Research Experience", "experience"), ("Open-Source Software", "software"),
    ("Peer-Reviewed Journal Articles", "publications"),
  ]) func `a heading names its kind`(heading: String, kind: String) {
    #expect(SectionHeadings.kind(of: heading) == kind)
  }

  @Test(arguments: ["Welcome to my CV!", "Summary", "Über mich", "Miscellaneous", "", "Theme"])
  func `other headings name no kind`(heading: String) {
    #expect(SectionHeadings.kind(of: heading) == nil)
  }

  @Test func `every kind of the table is ours, and every phrase is folded`() {
    for (kind, phrases) in SectionHeadings.table {
      #expect(Schema.builtIn[kind]?.role == .entries)
      for phrase in phrases.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
        let words = phrase.split(separator: " ").joined(separator: " ")
        #expect(words == String(phrase).idWords.joined(separator: " "))
      }
    }
  }
}
