"""Records as a research group writes them, and how they are edited over the years."""

from words import ADJECTIVES, CITIES, FAMILY_END, FAMILY_START, FIELDS, FUNDERS, GIVEN, NOUNS, VENUES

KINDS = {
    # kind: share in the CV of a person, share in that of a group
    "publications": (0.40, 0.60), "presentations": (0.25, 0.12), "mentoring": (0.07, 0.09),
    "software": (0.04, 0.05), "grants": (0.03, 0.05), "teaching": (0.08, 0.04),
    "awards": (0.05, 0.03), "service": (0.05, 0.01), "experience": (0.03, 0.01),
}
STATUSES = ["In Preparation", "Submitted", "Under Review", "Minor Revision", "Accepted", "Published"]
GRANT_STATUSES = ["In Preparation", "Submitted", "Under Review", "Awarded", "Completed"]
TYPES = ["journal", "conference", "workshop", "preprint", "chapter", "report"]


class Entry:
    """A record: its kind, its ID, and its fields in written order."""

    def __init__(self, kind, id, fields, folder=""):
        self.kind, self.id, self.fields, self.folder = kind, id, fields, folder
        self.mentioned_by = []

    @property
    def path(self):
        return f"cv/{self.kind}/{self.folder}{self.id}.yaml"

    def text(self):
        return "".join(f"{key}: {written(value)}\n" for key, value in self.fields.items())


def written(value):
    """A value as YAML: lists of short items in brackets, of sentences as a block."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {scalar(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        if any(len(item) > 40 for item in value):
            return "".join(f"\n  - {scalar(item)}" for item in value)
        return "[" + ", ".join(scalar(item, is_inside=True) for item in value) + "]"
    return scalar(value)


def scalar(text, is_inside=False):
    text = str(text)
    marks = (": ", " #", "**", "`", '"') + ((",",) if is_inside else ())
    if any(mark in text for mark in marks) or text[0] in "*&@%[{'!|>":
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text


class Writer:
    """Draws records and edits from one random source."""

    def __init__(self, source, is_group, suffix=""):
        self.random = source.random
        self.is_group, self.suffix = is_group, suffix
        self.number = 0
        self.citations = 40
        self.titles, self.ids = set(), set()
        self.papers, self.mentioned = [], None
        count = 260 if is_group else 90
        families = [start + end for end in FAMILY_END for start in FAMILY_START]
        self.names = [
            f"{GIVEN[(7 * index) % len(GIVEN)]} {family}"
            for index, family in enumerate(families[:count])]

    def below(self, limit):
        return int(self.random() * limit)

    def chance(self, share):
        return self.random() < share

    def one(self, items):
        return items[self.below(len(items))]

    def some(self, items, least, most):
        wanted = least + self.below(most - least + 1)
        chosen = []
        while len(chosen) < wanted:
            item = self.one(items)
            if item not in chosen:
                chosen.append(item)
        return chosen

    def entry(self, year, kind=None):
        if kind is None:
            draw, kind = self.random(), "publications"
            for name, shares in KINDS.items():
                draw -= shares[self.is_group]
                if draw < 0:
                    kind = name
                    break
        fields = getattr(self, "new_" + kind)(year)
        name = next(fields[key] for key in ("title", "name", "course", "organization") if key in fields)
        folder = f"{year}/" if kind == "presentations" and self.is_group else ""
        entry = Entry(kind, self.id(kind, name, year), fields, folder)
        if kind == "publications":
            self.papers.append(entry)
        reference = fields.get("publication")
        if reference:
            self.mentioned.mentioned_by.append(entry)
        return entry

    def id(self, kind, name, year):
        words = "".join(c if c.isascii() and c.isalnum() else " " for c in name.lower()).split()
        stem = "-".join([str(year)] * (kind != "software") + words[:5]) + self.suffix
        candidate, count = stem, 1
        while (kind, candidate) in self.ids:
            count += 1
            candidate = f"{stem}-{count}"
        self.ids.add((kind, candidate))
        return candidate

    def title(self):
        while True:
            subject = f"{self.one(ADJECTIVES)} {self.one(ADJECTIVES)} {self.one(NOUNS)}"
            field = f"{self.one(NOUNS)} in {self.one(FIELDS)}"
            shape = self.one(["{0} for {1}", "{0}: {1}", "towards {0} with {1}", "on {0} and {1}"])
            title = shape.format(subject, field).capitalize() + (" revisited" if self.suffix else "")
            if title not in self.titles:
                self.titles.add(title)
                return title

    def sentence(self):
        return (f"{self.one(ADJECTIVES).capitalize()} {self.one(NOUNS)} for {self.one(FIELDS)} with "
                f"**{self.one(ADJECTIVES)} {self.one(NOUNS)}**, used in {self.one(FIELDS)} and "
                f"{self.one(FIELDS)}")

    def serial(self, digits):
        """A number that this source has not used, with at least that many digits."""
        self.number += 1
        return f"{self.number * 7 + 10 ** (digits - 1)}"

    def month(self, year):
        return f"{year}-{1 + self.below(12):02}"

    # One function per kind.

    def new_publications(self, year):
        kind = self.one(TYPES)
        fields = {
            "title": self.title(), "type": kind, "status": self.one(STATUSES[:3]),
            "authors": self.some(self.names, 2, 8), "date": str(year),
            "venue": "arXiv" if kind == "preprint" else self.one(VENUES),
        }
        if self.chance(0.3):
            fields["arxiv"] = f"{year % 100:02}{1 + self.below(12):02}.{10000 + len(self.papers)}"
        if self.chance(0.5):
            fields["abstract"] = ". ".join(self.sentence() for _ in range(3))
        fields["url"] = f"https://example.org/papers/{self.serial(6)}"
        fields["links"] = {"Code": f"https://example.org/code/{self.serial(6)}"}
        fields["tags"] = self.some(FIELDS, 1, 3)
        return fields

    def new_presentations(self, year):
        fields = {
            "title": self.title(), "event": [f"{self.one(VENUES)} {year}"],
            "type": self.one(["invited", "keynote", "contributed", "poster", "tutorial"]),
            "date": self.month(year), "location": self.one(CITIES),
            "presenters": self.some(self.names, 1, 2),
        }
        if self.papers and self.chance(0.15):
            self.mentioned = self.papers[-1 - self.below(min(40, len(self.papers)))]
            fields["publication"] = f"publications/{self.mentioned.id}"
        return fields

    def new_mentoring(self, year):
        return {
            "name": f"{self.one(GIVEN)} {self.one(GIVEN)} {self.one(self.names).split()[1]}",
            "level": self.one(["Ph.D.", "M.Sc.", "B.Sc.", "Postdoc"]), "project": self.title(),
            "institution": f"University of {self.one(CITIES)}", "start": self.month(year),
            "end": "present",
        }

    def new_software(self, year):
        name = f"{self.one(NOUNS).capitalize()}{self.one(FIELDS).capitalize()}{self.serial(3)}.jl"
        return {
            "name": name, "summary": self.sentence(),
            "technologies": self.some(["Julia", "C++", "Python", "CUDA", "Rust", "Swift"], 1, 3),
            "start": str(year), "end": "present", "repository": f"https://example.org/git/{name}",
            "license": "MIT", "stars": f"{10 + self.below(90)}+",
            "highlights": [self.sentence() for _ in range(1 + self.below(4))],
        }

    def new_grants(self, year):
        return {
            "title": self.title(), "funder": self.one(FUNDERS), "number": f"GR-{self.serial(6)}",
            "investigators": self.some(self.names, 1, 4), "status": self.one(GRANT_STATUSES[:3]),
            "amount": f"{10 + self.below(900)}000 EUR", "start": str(year), "end": str(year + 3),
        }

    def new_teaching(self, year):
        return {
            "course": f"{self.one(ADJECTIVES)} {self.one(NOUNS)} in {self.one(FIELDS)}".capitalize(),
            "code": f"CS-{self.serial(4)}", "institution": f"University of {self.one(CITIES)}",
            "role": self.one(["Lecturer", "Teaching Assistant"]),
            "date": f"{self.one(['Spring', 'Fall'])} {year}", "students": str(10 + self.below(200)),
        }

    def new_awards(self, year):
        return {
            "title": f"Award for {self.title()}", "issuer": self.one(FUNDERS), "date": str(year),
            "summary": self.sentence(),
        }

    def new_service(self, year):
        return {
            "organization": f"{self.one(VENUES)} {self.serial(3)}", "role": "Reviewer",
            "counts": {year: 1 + self.below(9)},
        }

    def new_experience(self, year):
        return {
            "organization": f"Institute for {self.one(FIELDS).capitalize()}",
            "unit": f"Group {self.serial(3)}", "position": "Research Scientist",
            "location": self.one(CITIES), "start": self.month(year), "end": "present",
            "highlights": [self.sentence() for _ in range(2 + self.below(6))],
        }

    # Later edits.

    def edit(self, entry, year):
        """Edits an entry in a way typical of its kind; returns what happened."""
        fields = entry.fields
        if self.chance(0.25):
            return self.edit_lightly(fields)
        if entry.kind == "publications" and fields["status"] != "Published":
            return self.advance(entry, year)
        if entry.kind == "grants" and fields["status"] != GRANT_STATUSES[-1]:
            fields["status"] = GRANT_STATUSES[GRANT_STATUSES.index(fields["status"]) + 1]
            return "status of"
        if fields.get("end") == "present" and self.chance(0.3):
            fields["end"] = f"{year + 1}"
            return "end of"
        if "highlights" in fields:
            fields["highlights"] = fields["highlights"][-7:] + [self.sentence()]
            return "highlight of"
        if "counts" in fields:
            fields["counts"] = {**fields["counts"], year: 1 + self.below(12)}
            return "reviews of"
        if "students" in fields:
            fields["students"] = str(10 + self.below(200))
            return "students of"
        if "abstract" in fields:
            sentences = fields["abstract"].split(". ")
            sentences[self.below(len(sentences))] = self.sentence()
            fields["abstract"] = ". ".join(sentences)
            return "abstract of"
        return self.edit_lightly(fields)

    def edit_lightly(self, fields):
        """Edits the note, the tags or the URL."""
        choice = self.below(3)
        if choice == 0:
            fields["note"] = self.sentence()
            return "note on"
        if choice == 1:
            fields["tags"] = self.some(FIELDS, 1, 4)
            return "tags of"
        fields["url"] = f"https://example.org/pages/{self.serial(6)}"
        return "address of"

    def advance(self, entry, year):
        """Moves to the next status; an accepted preprint becomes a paper with another file name."""
        fields = entry.fields
        fields["status"] = STATUSES[STATUSES.index(fields["status"]) + 1]
        if fields["status"] == "Accepted":
            fields["date"] = f"{year}"
            if fields["type"] == "preprint":
                fields["type"], fields["venue"] = "conference", self.one(VENUES)
                entry.id = self.id(entry.kind, fields["title"], year)
        elif fields["status"] == "Published":
            fields["date"] = self.month(year)
            fields["doi"] = f"10.5555/{self.serial(7)}"
            fields["volume"] = str(1 + self.below(60))
            fields["pages"] = f"{self.serial(3)}–{self.serial(4)}"
        return f"{fields['status'].lower()}:"

    # The records that exist once per CV.

    def profile(self):
        self.citations += 1 + self.below(40)
        return (
            "name: Ada Bench\naliases: [A. Bench]\nheadline: [Professor, Institute of Benchmarks]\n"
            "email: ada@example.org\nurl: https://example.org\n"
            f"accounts: {{github: ada-bench}}\nmetrics: {{citations: {self.citations}+}}\n")

    def document(self):
        lines = ["sections:"]
        for kind in KINDS:
            lines.append(f"  - kind: {kind}")
            if kind == "publications":
                lines.append('    intro: "{citations} citations across all publications."')
        return "\n".join(lines) + '\nchangelog: {tags: "v*"}\n'

    def people_records(self, count):
        for index, name in enumerate(self.names[:count]):
            given, family = name.split()
            yield (f"cv/people/person-{index + 1}.yaml",
                   f'name: {name}\nhonorific: Dr.\naliases: ["{given[0]}. {family}"]\n')
