import Testing

@testable import CVModel

struct QuantitiesTests {
  @Test(arguments: ["0", "550", "1,700", "12,345,678", "4.9", "0.50", "007", "999999999999999"])
  func `a decimal is read`(_ text: String) { #expect(ExactDecimal(text) != nil) }

  @Test(arguments: [
    "", ".", "4.", ".5", "1,70", "1700,000", ",700", "1,7000", "-5", "+5", "1e3", "٣", "1.2.3",
    "1.2,3",
    "9999999999999999", " 5",
  ])
  func `anything else is not a decimal`(_ text: String) { #expect(ExactDecimal(text) == nil) }

  @Test(
    arguments: [
      ("550", "400", "+150"), ("4.9", "5.0", "-0.1"), ("5", "4.75", "+0.25"), ("5.0", "5", nil),
      ("999999999999999", "0", "+999999999999999"), ("0.001", "1", "-0.999"),
      ("10.50", "10.5", nil),
    ] as [(String, String, String?)])
  func `a difference is exact and signed`(_ new: String, _ old: String, _ difference: String?)
    throws
  {
    let (new, old) = (try #require(ExactDecimal(new)), try #require(ExactDecimal(old)))
    #expect((new - old)?.signed == difference)
  }

  @Test func `numbers that overflow have no difference, but an order`() throws {
    let large = try #require(ExactDecimal("999999999999999"))
    let fine = try #require(ExactDecimal("0.00000000000001"))
    #expect((large - fine) == nil)
    #expect(fine < large && !(large < fine))
    #expect(Score("999999999999999/0.00000000000001") == nil)
    #expect(Score("0.00000000000001/999999999999999") != nil)
  }

  @Test(arguments: [
    ("550", "", false), ("550+", "", true), ("1,700", "", false), ("1.2k", "k", false),
    ("3M+", "M", true), ("5K", "k", false),
  ])
  func `a count is read with its unit`(_ text: String, _ unit: String, _ isLowerBound: Bool) throws
  {
    let count = try #require(Count(text))
    #expect(count.unit == unit)
    #expect(count.isLowerBound == isLowerBound)
  }

  @Test(arguments: ["", "+", "k", "1.5", "many", "5 k", "5++", "-5", "5%"])
  func `anything else is not a count`(_ text: String) { #expect(Count(text) == nil) }

  @Test func `a score has a value that is at most its scale`() {
    #expect(Score("4.9/5.0") == Score("4.9 / 5.0"))
    #expect(Score("4.9")?.scale == nil)
    for text in ["5.1/5.0", "4.9/", "/5", "4.9/5.0/6", "4.9/0", "A"] {
      #expect(Score(text) == nil, "\(text)")
    }
  }

  @Test func `money is an amount with a currency`() {
    #expect(Money("120,000 USD") == Money("120000  USD"))
    for text in ["120000", "USD 120000", "120000 usd", "120000 DOLLAR", "12 0000 USD", "$5"] {
      #expect(Money(text) == nil, "\(text)")
    }
  }
}
