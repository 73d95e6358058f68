import CVModel
import CVRendering
import Testing

/// Themes: no value gets out of a template but escaped for its place.
struct ThemeTests {
  @Test(arguments: TemplateFormat.allCases)
  func `no built-in template lets a value out unescaped`(_ format: TemplateFormat) {
    let ending = ".\(format.ending).mustache"
    let templates = Theme.builtInFiles.filter { $0.key.hasSuffix(ending) }
    #expect(!templates.isEmpty)
    for (file, text) in templates {
      #expect(TemplateCheck(text, format: format).flaw == nil, "\(file)")
    }
  }

  @Test func `every file of the built-in theme is a template of a format or the style`() {
    for file in Theme.builtInFiles.keys {
      #expect(
        file == "cv.css"
          || TemplateFormat.allCases.contains { file.hasSuffix(".\($0.ending).mustache") })
    }
  }

  private static let type = "{{% CONTENT_TYPE:CV-HTML}}\n"

  @Test(arguments: [
    ("<p>{{name}}</p>", 1, "the template does not begin with its content type"),
    ("{{% CONTENT_TYPE:TEXT}}\n{{name}}", 1, "the template does not begin with its content type"),
    (type + "<p>\n{{{name}}}</p>", 3, "{{{name}}} is not escaped"),
    (type + "{{& name}}", 2, "{{& name}} is not escaped"),
    (type + "{{=<% %>=}}<%& name %>", 2, "the marks of tags are changed"),
    (type + "<a href={{url}}>x</a>", 2, "{{url}} stands where a value is not safe"),
    (type + "<a title='{{url}}'>x</a>", 2, "{{url}} stands where a value is not safe"),
    (type + "<a onclick=\"{{url}}\">x</a>", 2, "{{url}} stands where a value is not safe"),
    (type + "<a onclick = \"{{url}}\">x</a>", 2, "{{url}} stands where a value is not safe"),
    (type + "<a/onclick=\"{{url}}\">x</a>", 2, "{{url}} stands where a value is not safe"),
    (type + "<a onclick=x/\"{{url}}\">x</a>", 2, "{{url}} stands where a value is not safe"),
    (type + "<style>{{name}}</style>", 2, "{{name}} stands where a value is not safe"),
    (type + "<!-- {{name}} -->", 2, "{{name}} stands where a value is not safe"),
    (type + "<SCRIPT>x</SCRIPT>", 2, "a theme runs no script"),
    (
      type + "{{#url}}{{% CONTENT_TYPE:TEXT}}{{.}}{{/url}}", 2,
      "the content type \"TEXT\" is none of this format's"
    ),
    (type + "{{name", 2, "a tag is not closed"),
  ])
  func `a template that would let a value out is refused`(
    _ text: String, _ line: Int, _ reason: String
  ) {
    let flaw = TemplateCheck(text, format: .html).flaw
    #expect(flaw?.line == line)
    #expect(flaw?.reason == reason)
  }

  @Test func `a theme that would take a package is refused`() {
    let text = "{{% CONTENT_TYPE:CV-TYPST}}\n#import \"@preview/cetz:0.3.0\"\n"
    let flaw = TemplateCheck(text, format: .typst).flaw
    #expect(flaw?.line == 2 && flaw?.reason == "a theme takes no packages")
  }

  @Test func `line ends of another system are none of a theme's`() {
    let theme = Theme(
      name: "mine", files: ["row.html.mustache": "a\r\nb\rc\n", "cv.css": "a {}\r\n"])
    #expect(theme.text(of: "row.html.mustache") == "a\nb\nc\n")
    #expect(theme.text(of: "cv.css") == "a {}\n")
  }

  @Test func `what a theme lacks is the built-in theme's`() throws {
    let theme = Theme(
      name: "mine",
      files: ["row.html.mustache": Self.type + "<li>mine: {{#title}}{{>inline}}{{/title}}</li>\n"])
    let html = try SampleCV.own().rendered(.html, theme: theme)
    #expect(html.contains("<li>mine: Lux.jl</li>"))
    #expect(html.contains("<h1>Avik Pal</h1>"))
  }

  @Test func `a theme that cannot be read says where`() {
    let theme = Theme(
      name: "mine", files: ["row.html.mustache": Self.type + "<li>\n{{#title}}</li>\n"])
    #expect(throws: ThemeFault.self) { try SampleCV.own().rendered(.html, theme: theme) }
    let unsafe = Theme(name: "mine", files: ["cv.html.mustache": Self.type + "{{{name}}}"])
    let fault = #expect(throws: ThemeFault.self) {
      try SampleCV.own().rendered(.html, theme: unsafe)
    }
    #expect(
      fault?.description
        == "the theme \"mine\" cannot be used: cv.html.mustache:2: {{{name}}} is not escaped")
  }

  @Test func `a style cannot end the element it stands in`() throws {
    let theme = Theme(name: "mine", files: ["cv.css": "/* </style><script>x</script> */"])
    let html = try SampleCV.own().rendered(.html, theme: theme)
    #expect(!html.contains("<script>x</script>") || !html.contains("*/ </style><script>"))
    #expect(html.matches(of: /<\/style>/).count == 1)
    #expect(html.contains("/* <\\/style><script>x<\\/script> */"))
  }

  @Test func `the built-in document asks for nothing from elsewhere`() throws {
    let html = try SampleCV.own().rendered(.html)
    for mark in ["<script", "<link", "<img", "<iframe", "@import", "url(", " src="] {
      #expect(!html.contains(mark), "\(mark)")
    }
  }
}
