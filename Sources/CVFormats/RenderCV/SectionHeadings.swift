internal import CVModel
internal import Text

/// The kinds that headings name, in English, German, French, Spanish, Italian, Portuguese and
/// Dutch.
enum SectionHeadings {
  /// The kind that a heading names; nil if it names none.
  ///
  /// Compares the table's phrases with the whole heading, then allows one or two typos, then
  /// searches among its words: `Selected Publications`.
  static func kind(of heading: String) -> String? {
    let words = heading.idWords
    let folded = words.joined(separator: " ")
    if folded.isEmpty { return nil }
    if let kind = kindByPhrase[folded] { return kind }
    if folded.utf8.count >= 6,
      let near = suggestion(
        for: folded, among: phrases.filter { abs($0.utf8.count - folded.utf8.count) <= 2 })
    {
      return kindByPhrase[near]
    }
    // The phrase that ends last is the heading's noun; of two that end there, take the longer one.
    var best: (end: Int, length: Int, kind: String)?
    for start in words.indices {
      for end in (start + 1)...words.count {
        guard let kind = kindByPhrase[words[start..<end].joined(separator: " ")] else { continue }
        let isBetter = best.map { (end, end - start) > ($0.end, $0.length) } ?? true
        if isBetter { best = (end, end - start, kind) }
      }
    }
    return best?.kind
  }

  /// The phrases by kind; the first is our own heading.
  static let table: [(kind: String, phrases: String)] = [
    (
      "education",
      """
      education, educational background, academic background, degrees, studies, training, academic training, schooling, academics,
      ausbildung, bildung, bildungsweg, studium, werdegang, akademischer werdegang, schulbildung, hochschulbildung,
      formation, formations, etudes, parcours academique, educacion, formacion, formacion academica, estudios,
      istruzione, formazione, studi, istruzione e formazione, educacao, formacao, formacao academica,
      opleiding, opleidingen, onderwijs, scholing
      """
    ),
    (
      "experience",
      """
      experience, work experience, professional experience, employment, employment history, work history, work, career,
      positions, appointments, academic appointments, research experience, industry experience, internships, jobs,
      professional background, research positions, academic positions, relevant experience,
      berufserfahrung, erfahrung, arbeitserfahrung, berufspraxis, beruflicher werdegang, praktika, anstellungen, beschaftigung,
      experiences, experience professionnelle, experiences professionnelles, parcours professionnel, emplois, stages,
      experiencia, experiencia laboral, experiencia profesional, empleo, trabajo, practicas,
      esperienza, esperienze, esperienza lavorativa, esperienze lavorative, esperienza professionale, esperienze professionali, lavoro,
      experiencia profissional, emprego, trabalho, estagios,
      ervaring, werkervaring, loopbaan, stages en werk
      """
    ),
    (
      "publications",
      """
      publications, papers, articles, journal articles, preprints, conference papers, research papers, peer reviewed publications,
      journal publications, conference publications, books, book chapters, working papers, scientific publications, bibliography,
      publikationen, veroffentlichungen, artikel, schriften, publikationsliste, aufsatze,
      articles scientifiques, travaux, publicaciones, articulos, pubblicazioni, articoli, publicacoes, artigos,
      publicaties, artikelen
      """
    ),
    (
      "software",
      """
      software, open source, open source software, packages, libraries, software projects, open source projects,
      softwareprojekte, logiciels, programas, programmi, bibliotheken
      """
    ),
    (
      "presentations",
      """
      presentations, talks, invited talks, conference talks, conference presentations, lectures, invited lectures, seminars, posters, speaking,
      vortrage, eingeladene vortrage, prasentationen, conferences, communications, exposes, presentaciones, ponencias, conferencias, charlas,
      presentazioni, relazioni, conferenze, interventi, apresentacoes, palestras, comunicacoes, presentaties, lezingen, voordrachten
      """
    ),
    (
      "service",
      """
      service, professional service, academic service, reviewing, peer review, editorial service, committees, community service, leadership,
      professional activities, gutachtertatigkeit, gremien, gremienarbeit, akademische selbstverwaltung,
      services, responsabilites collectives, servicio, servicio academico, servizi, servizio, servicos, dienstverlening, commissies
      """
    ),
    (
      "awards",
      """
      awards, honors, honours, honors and awards, awards and honors, awards and honours, honours and awards, prizes, scholarships, fellowships,
      achievements, distinctions, recognition, accomplishments, awards and scholarships,
      auszeichnungen, preise, stipendien, ehrungen, preise und auszeichnungen, prix, recompenses, bourses, prix et distinctions,
      premios, becas, distinciones, honores, reconocimientos, premi, riconoscimenti, borse di studio,
      bolsas, distincoes, reconhecimentos, prijzen, onderscheidingen, beurzen
      """
    ),
    (
      "teaching",
      """
      teaching, teaching experience, courses taught, courses, lecturing, teaching assistantships,
      lehre, lehrtatigkeit, lehrerfahrung, lehrveranstaltungen, enseignement, enseignements, docencia, ensenanza,
      didattica, insegnamento, ensino, onderwijservaring, lesgeven, doceren
      """
    ),
    (
      "mentoring",
      """
      mentoring, supervision, students, advising, mentees, students supervised, thesis supervision,
      betreuung, betreute arbeiten, abschlussarbeiten, encadrement, encadrements, tutoria, direccion de tesis,
      supervisione, tutoraggio, orientacoes, mentoria, begeleiding
      """
    ),
    (
      "grants",
      """
      grants, funding, research grants, research funding, grants and funding, third party funding, projects funded,
      drittmittel, forderung, forderungen, financements, subventions, financiacion, subvenciones,
      finanziamenti, financiamento, financiamentos, subsidies, beurzen en subsidies
      """
    ),
    (
      "patents",
      """
      patents, patent applications, patente, brevets, patentes, brevetti, octrooien
      """
    ),
    (
      "projects",
      """
      projects, personal projects, side projects, research projects, selected projects, portfolio, academic projects,
      projekte, projets, proyectos, progetti, projetos, projecten
      """
    ),
    (
      "skills",
      """
      skills, technical skills, technologies, competencies, core competencies, expertise, tools, programming languages, soft skills, programming,
      technical proficiencies, kenntnisse, fahigkeiten, kompetenzen, fachkenntnisse, edv kenntnisse, programmierkenntnisse,
      competences, competences techniques, habilidades, competencias, aptitudes, conocimientos,
      competenze, abilita, conoscenze, competenze tecniche, habilidades tecnicas, vaardigheden, competenties
      """
    ),
    (
      "languages",
      """
      languages, language skills, sprachen, sprachkenntnisse, langues, idiomas, lenguas, lingue, linguas, talen, talenkennis
      """
    ),
    (
      "certificates",
      """
      certificates, certifications, licenses, licenses and certifications, certificates and courses, credentials, licences,
      zertifikate, zertifizierungen, weiterbildung, weiterbildungen, bescheinigungen, certificats, certificaciones, certificados,
      certificazioni, certificati, certificacoes, certificaten, certificeringen
      """
    ),
    (
      "memberships",
      """
      memberships, professional memberships, affiliations, societies, professional affiliations, associations,
      mitgliedschaften, adhesions, affiliations professionnelles, membresias, afiliaciones, asociaciones,
      affiliazioni, associazioni, filiacoes, associacoes, lidmaatschappen
      """
    ),
    (
      "volunteering",
      """
      volunteering, volunteer, volunteer work, volunteer experience, voluntary work, extracurricular activities, outreach, activities,
      ehrenamt, ehrenamtliche tatigkeiten, ehrenamtliches engagement, engagement, benevolat, voluntariado, volontariato, trabalho voluntario,
      vrijwilligerswerk
      """
    ),
    (
      "media",
      """
      media, press, media coverage, in the media, news coverage, interviews, medien, presse, presseberichte, medias,
      medios, prensa, stampa, imprensa, pers
      """
    ),
    (
      "references",
      """
      references, referees, referenzen, referencias, referenze, referenties, recommandations
      """
    ),
    (
      "interests",
      """
      interests, hobbies, hobbies and interests, personal interests, research interests, interessen, hobbys,
      centres d interet, loisirs, interets, intereses, aficiones, interessi, passatempi, interesses, passatempos, interesses en hobby s
      """
    ),
  ]

  private static let kindByPhrase: [String: String] = {
    var result: [String: String] = [:]
    for (kind, phrases) in table {
      for phrase in phrases.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
        let phrase = phrase.trimmed
        if !phrase.isEmpty, result[phrase] == nil { result[phrase] = kind }
      }
    }
    return result
  }()

  private static let phrases = kindByPhrase.keys.sorted()
}
