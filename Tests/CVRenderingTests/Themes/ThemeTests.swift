import CVModel
import CVRendering
import Testing

/// Themes: a template cannot output a value that is not escaped for its context.
struct ThemeTests {
  @Test(arguments: TemplateFormat.allCases)
  func `no built-in template outputs an unescaped value`(_ format: TemplateFormat) {
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
    (type + "{{=<% %>=}}<%& name %>", 2, "tag delimiters cannot be changed"),
    (type + "<a href={{url}}>x</a>", 2, "{{url}} is where a value is not safe"),
    (type + "<a title='{{url}}'>x</a>", 2, "{{url}} is where a value is not safe"),
    (type + "<a onclick=\"{{url}}\">x</a>", 2, "{{url}} is where a value is not safe"),
    (type + "<a onclick = \"{{url}}\">x</a>", 2, "{{url}} is where a value is not safe"),
    (type + "<a/onclick=\"{{url}}\">x</a>", 2, "{{url}} is where a value is not safe"),
    (type + "<a onclick=x/\"{{url}}\">x</a>", 2, "{{url}} is where a value is not safe"),
    (type + "<style>{{name}}</style>", 2, "{{name}} is where a value is not safe"),
    (type + "<!-- {{name}} -->", 2, "{{name}} is where a value is not safe"),
    (type + "<SCRIPT>x</SCRIPT>", 2, "a theme cannot contain scripts"),
    (
      type + "{{#url}}{{% CONTENT_TYPE:TEXT}}{{.}}{{/url}}", 2,
      "the content type \"TEXT\" is not valid for this format"
    ),
    (type + "{{name", 2, "a tag is not closed"),
    (type + "<a x='\n", 3, "the template ends inside a tag, a comment or a style"),
    (type + "<style>a {}\n", 3, "the template ends inside a tag, a comment or a style"),
    (
      type + "<a x={{^a}}\"{{/a}}{{name}}{{^a}}\"{{/a}}>", 2,
      "{{/a}} closes a section in another HTML context than it began"
    ),
    (type + "<a x=\"{{>icon}}\">", 2, "{{>icon}} is not between tags"),
    (type + "{{<cv}}{{/cv}}", 2, "{{<cv}} is not supported"),
    (type + "{{>*name}}", 2, "{{>*name}} is not supported"),
  ])
  func `a template that would output an unescaped value is rejected`(
    _ text: String, _ line: Int, _ reason: String
  ) {
    let flaw = TemplateCheck(text, format: .html).flaw
    #expect(flaw?.line == line)
    #expect(flaw?.reason == reason)
  }

  @Test(arguments: [
    "{{>cv}}", "{{>cv}}{{>cv}}", "{{#name}}{{>cv}}{{/name}}", "{{>a}}", "  {{>cv}}\n",
    "{{#sections}}{{>a}}{{/sections}}{{>b}}",
  ])
  func `a theme whose templates never end is rejected`(_ body: String) {
    for format in TemplateFormat.allCases {
      let first = "{{% CONTENT_TYPE:CV-\(format.rawValue.uppercased())}}"
      let files = ["cv": first + body, "a": first + "\nx\n{{>b}}\n", "b": first + "{{>a}}{{>cv}}"]
      let theme = Theme(
        name: "mine",
        files: Dictionary(
          uniqueKeysWithValues: files.map { ("\($0).\(format.ending).mustache", $1) }))
      let fault = #expect(throws: ThemeFault.self) {
        try TemplateRenderer(theme: theme, format: format).render(
          CVDocument(.everything(SampleCV.own())))
      }
      #expect(fault?.reason.contains("more than") ?? false, "\(fault?.reason ?? "")")
    }
  }

  @Test(arguments: [
    "<{{! }}script>alert(1)</script>", "<scr{{^x}}{{/x}}ipt>alert(1)</script>",
    "<body onload=\"alert(1)\">", "<svg/onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\" java&#10;script:alert(1)\">x</a>", "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<iframe srcdoc=\"&lt;script&gt;\"></iframe>", "<object data=\"data:text/html,x\"></object>",
    "<embed src=\"x\">", "<form action=\"https://example.org\"><input name=\"a\"></form>",
    "<meta http-equiv=\"refresh\" content=\"0;url=https://example.org\">",
    "<base href=\"https://example.org/\">", "<link rel=\"stylesheet\" href=\"x.css\">",
    "<img src=\"https://example.org/x.png\">", "<img src=\"data:image/svg+xml;base64,AAAA\">",
    "<style>@import 'https://example.org/x.css';</style>",
    "<style>a { background: u\\72l(https://example.org/x) }</style>",
    "<style>a { background: image-set('https://example.org/x' 1x) }</style>",
    "<p style=\"background: url(//example.org/x)\">x</p>", "<svg><use href=\"#x\"/></svg>",
    "<svg><foreignObject><p>x</p></foreignObject></svg>", "<svg><a href=\"x\">y</a></svg>",
    "<svg><animate attributeName=\"href\" to=\"x\"/></svg>", "<math><mi>x</mi></math>",
    "<template><p>x</p></template>", "<noscript><p>x</p></noscript>", "<x-y>z</x-y>",
    "<a href=\"data:text/html,x\">x</a>", "<p onclick=x>y</p>", "<!-- <b> -->",
    "<div><p title=\"x\" ONCLICK=\"y\">z</p></div>", "<svg><style>a{}</style></svg>",
  ])
  func `a theme's document that runs or loads anything is rejected`(_ html: String) {
    let theme = Theme(
      name: "mine",
      files: ["cv.html.mustache": Self.type + "<!DOCTYPE html>\n<title>x</title>\n" + html + "\n"])
    #expect(throws: ThemeFault.self) { try SampleCV.own().rendered(.html, theme: theme) }
  }

  @Test func `a document whose elements are nested too deeply is rejected`() {
    for element in ["b", "div", "p><table><tr><td", "font"] {
      let part = Self.type + String(repeating: "<\(element)>", count: 2_000) + "\n"
      let theme = Theme(
        name: "mine",
        files: [
          "cv.html.mustache": Self.type + String(repeating: "{{>icon}}", count: 400) + "\n",
          "icon.html.mustache": part,
        ])
      #expect(throws: ThemeFault.self) { try SampleCV.own().rendered(.html, theme: theme) }
    }
  }

  @Test func `the built-in document passes the checks for themes`() throws {
    for cv in [try SampleCV.own(), try SampleCV.complete()] {
      #expect(ThemeDocument.fault(in: try cv.rendered(.html)) == nil)
    }
  }

  @Test func `an ordinary theme is accepted`() throws {
    let body = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>{{name}}</title>
      <style>body { font: 1rem serif } a::after { content: "\\201C" }</style></head>
      <body><h1 id="top" style="color: #333">{{name}}</h1><img alt="" src="data:image/png;base64,AAAA">
      <details open><summary>More</summary><table><tr><td>1<td>2</table></details>
      <a href="#top">Top</a> <a href="/cv.pdf" rel="me">PDF</a> <a href="mailto:a@b.c">Mail</a>
      <ul>{{#contacts}}<li>{{#url}}<a href="{{.}}">{{/url}}{{text}}{{#url}}</a>{{/url}}{{/contacts}}</ul>
      </body></html>

      """
    let theme = Theme(name: "mine", files: ["cv.html.mustache": Self.type + body])
    #expect(try SampleCV.own().rendered(.html, theme: theme).contains("avikpal@mit.edu"))
  }

  @Test func `an ejected theme makes the same bytes as the built-in one`() throws {
    // A comment makes it a custom theme, with all the checks.
    var files = Theme.builtInFiles
    for file in ["icon.html.mustache", "row.md.mustache", "row.typ.mustache", "row.tex.mustache"] {
      files[file] = files[file].map { $0.dropLast() + "{{! mine }}\n" }
    }
    for format in [DocumentFormat.html, .markdown, .typst, .latex] {
      let theme = Theme(name: "mine", files: files)
      for cv in [try SampleCV.own(), try SampleCV.complete()] {
        #expect(try cv.rendered(format, theme: theme) == cv.rendered(format))
      }
    }
  }

  @Test func `a theme with a package is rejected`() {
    let text = "{{% CONTENT_TYPE:CV-TYPST}}\n#import \"@preview/cetz:0.3.0\"\n"
    let flaw = TemplateCheck(text, format: .typst).flaw
    #expect(flaw?.line == 2 && flaw?.reason == "a theme cannot use packages")
  }

  @Test func `a theme's line endings do not matter`() {
    let theme = Theme(
      name: "mine", files: ["row.html.mustache": "a\r\nb\rc\n", "cv.css": "a {}\r\n"])
    #expect(theme.text(of: "row.html.mustache") == "a\nb\nc\n")
    #expect(theme.text(of: "cv.css") == "a {}\n")
  }

  @Test func `files that a theme lacks come from the built-in theme`() throws {
    let theme = Theme(
      name: "mine",
      files: ["row.html.mustache": Self.type + "<li>mine: {{#title}}{{>inline}}{{/title}}</li>\n"])
    let html = try SampleCV.own().rendered(.html, theme: theme)
    #expect(html.contains("<li>mine: Lux.jl</li>"))
    #expect(html.contains("<h1 dir=\"auto\">Avik Pal</h1>"))
  }

  @Test func `an unreadable theme is reported with the line`() {
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

  @Test func `a style cannot end its element`() throws {
    let theme = Theme(name: "mine", files: ["cv.css": "/* </style><script>x</script> */"])
    let html = try SampleCV.own().rendered(.html, theme: theme)
    #expect(!html.contains("<script>x</script>") || !html.contains("*/ </style><script>"))
    #expect(html.matches(of: /<\/style>/).count == 1)
    #expect(html.contains("/* <\\/style><script>x<\\/script> */"))
  }

  @Test func `the built-in document loads nothing`() throws {
    let html = try SampleCV.own().rendered(.html)
    for mark in ["<script", "<link", "<img", "<iframe", "@import", "url(", " src="] {
      #expect(!html.contains(mark), "\(mark)")
    }
  }
}
