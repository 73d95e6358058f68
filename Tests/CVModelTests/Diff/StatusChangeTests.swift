import CVModel
import Testing

/// The effect of a change from one status to another.
struct StatusChangeTests {
  private func effect(_ kind: String, _ old: String?, _ new: String?) throws -> String {
    func fields(_ status: String?) -> Fields {
      var fields: Fields = ["title": "A"]
      fields["status"] = status.map(Plain.scalar)
      return fields
    }
    return try fieldChange(kind, fields(old), fields(new)).words
  }

  @Test(
    arguments: [
      ("Submitted", "Under Review", "forward headline"),
      ("Under Review", "Accepted", "forward headline"),
      ("In Preparation", "Published", "forward headline"),
      ("Minor Revision", "Major Revision", "forward headline"),
      ("Major Revision", "Under Review", "new round headline"),
      ("Minor Revision", "Submitted", "new round headline"),
      ("R&R", "submitted", "new round headline"),
      ("Major Revision", "In Preparation", "backward headline"),
      ("Rejected", "Submitted", "new round headline"),
      ("Rejected", "Conditionally Accepted", "new round headline"),
      ("Rejected", "Accepted", "backward headline"),
      ("Withdrawn", "In Preparation", "new round headline"),
      ("Retracted", "Submitted", "backward headline"),
      ("Retracted", "Published", "backward headline"),
      ("Under Review", "Rejected", "exit headline"),
      ("Published", "Retracted", "exit headline"),
      ("Rejected", "Withdrawn", "exit headline"),
      ("Accepted", "Under Review", "backward headline"),
      ("Conditionally Accepted", "Under Review", "backward headline"),
      ("Published", "In Press", "backward headline"),
      (nil, "Submitted", "set headline"),
      ("Submitted", nil, "cleared headline"),
      ("To Appear", "Accepted", "restated cosmetic"),
      ("under-review", "Under Review", "restated cosmetic"),
      ("inpress", "Online First", "restated cosmetic"),
      ("Preprint", "Submitted", "changed detail"),
    ] as [(String?, String?, String)])
  func `a paper moves along its lifecycle`(_ old: String?, _ new: String?, _ words: String) throws {
    #expect(try effect("publications", old, new) == words)
  }

  @Test(
    arguments: [
      ("Submitted", "Awarded", "forward headline"), ("Awarded", "Completed", "forward headline"),
      ("Under Review", "Declined", "exit headline"),
      ("Declined", "Submitted", "new round headline"),
      ("Withdrawn", "Under Review", "new round headline"),
      ("Declined", "Awarded", "backward headline"), ("Completed", "Awarded", "backward headline"),
      (nil, "Draft", "set headline"), ("Awarded", nil, "cleared headline"),
      ("Draft", "In Preparation", "restated cosmetic"),
    ] as [(String?, String?, String)])
  func `a grant moves along its lifecycle`(_ old: String?, _ new: String?, _ words: String) throws {
    #expect(try effect("grants", old, new) == words)
  }

  @Test(
    arguments: [
      ("Filed", "Published", "forward headline"), ("Published", "Granted", "forward headline"),
      ("Filed", "Abandoned", "exit headline"), ("Granted", "Expired", "exit headline"),
      ("Abandoned", "Filed", "backward headline"), ("Expired", "Granted", "backward headline"),
      ("Granted", "Filed", "backward headline"), (nil, "Filed", "set headline"),
      ("Filed", nil, "cleared headline"),
    ] as [(String?, String?, String)])
  func `a patent moves along its lifecycle`(_ old: String?, _ new: String?, _ words: String) throws
  {
    #expect(try effect("patents", old, new) == words)
  }

  @Test func `an invalid status is compared as plain text`() throws {
    let change = try fieldChange("publications", ["status": "Preprint"], ["status": "Submitted"])
    #expect(change.isUnread == true)
  }

  @Test func `another venue while under review on both sides is a resubmission`() throws {
    let change = try fieldChange(
      "publications", ["status": "Under Review", "venue": "ICML"],
      ["status": "Under Review", "venue": "NeurIPS"])
    #expect(change.words == "resubmitted headline")
  }

  @Test func `another venue is a detail otherwise`() throws {
    let change = try fieldChange(
      "publications", ["status": "Accepted", "venue": "ICML"],
      ["status": "Accepted", "venue": "NeurIPS"])
    #expect(change.words == "changed detail")
  }

  @Test func `another spelling of the venue is cosmetic while under review too`() throws {
    let change = try fieldChange(
      "publications", ["status": "Under Review", "venue": "TOMS"],
      ["status": "Under Review", "venue": "**TOMS**"])
    #expect(change.words == "restated cosmetic")
  }
}
