"""Original live blogs with the statistics of real ones: invented names, a grammar, and the habits of two desks.

Real live blogs repeat themselves: the same few people and places in every entry, the same phrases to open and close
with, bursts of entries within one minute, and entries that differ from an earlier one in a number only. A matcher
that is tested on random words is tested on nothing.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from math import exp
from random import Random
from typing import NamedTuple


class Topic(NamedTuple):
    """The words of one kind of story."""

    things: tuple[str, ...]
    doers: tuple[str, ...]
    acts: tuple[str, ...]
    traits: tuple[str, ...]
    units: tuple[str, ...]


def _topic(things: str, doers: str, acts: str, traits: str, units: str) -> Topic:
    return Topic(
        *(tuple(words.replace("_", " ") for words in text.split()) for text in (things, doers, acts, traits, units))
    )


# Thresholds are set on the first three topics and reported on the last three: words that were never seen.
DEVELOPMENT = (
    _topic(
        "harbour bridge ferry breakwater sea_wall power_line shelter road tunnel roof pier railway school hospital "
        "substation river dam lighthouse market warehouse crane mast airport runway causeway pump beach promenade",
        "coastguard fire_brigade harbour_master mayor meteorologist engineer governor rescue_team lifeboat_crew "
        "council grid_operator police_chief ferry_company navy volunteer water_board",
        "closed flooded reopened evacuated repaired cut_off damaged surveyed reinforced abandoned cleared swept_away "
        "inspected drained secured lost overwhelmed sealed pumped_out reached",
        "exposed northern flooded damaged main temporary old low-lying crowded unlit inner outer slippery swollen",
        "people homes vessels metres vehicles households passengers trees millimetres",
    ),
    _topic(
        "ballot coalition recount polling_station count seat district turnout manifesto majority referendum petition "
        "register campaign debate budget amendment treaty parliament speech vote result poll lead margin precinct",
        "returning_officer opposition_leader prime_minister electoral_commission observer candidate party_chair "
        "spokeswoman senator campaign_manager pollster supreme_court minister deputy strategist",
        "conceded counted challenged declared rejected postponed certified contested called withdrew endorsed won "
        "annulled audited delayed verified denounced suspended scrutinised filed",
        "marginal rural disputed provisional final narrow early coastal absentee urban decisive preliminary",
        "votes seats ballots districts points percent supporters observers",
    ),
    _topic(
        "court witness statement charge appeal verdict jury exhibit hearing recording defence sentence bail warrant "
        "testimony contract ledger transfer account invoice email meeting payment report file phone affidavit audit",
        "judge prosecutor defence_lawyer accountant former_director court_clerk detective analyst foreman auditor "
        "regulator chief_executive treasurer expert investigator",
        "denied admitted questioned dismissed accepted signed shredded described adjourned objected cited forged "
        "reviewed disclosed withheld confirmed recalled contradicted submitted approved",
        "offshore signed undisclosed second crucial anonymous deleted original contested internal missing sealed",
        "euros pages documents accounts months counts transfers hours",
    ),
)
HELD_OUT = (
    _topic(
        "penalty corner free_kick header save substitution midfield goal_line crossbar counter-attack tackle whistle "
        "referee_review pass shot rebound stand captaincy formation box wing throw-in offside lead equaliser bench",
        "goalkeeper striker manager referee captain winger full-back centre-half substitute linesman physio "
        "playmaker debutant keeper coach",
        "scored missed blocked cleared booked saved curled headed fouled substituted tackled intercepted hit "
        "converted wasted chipped deflected volleyed parried protested",
        "late curling low near-post disallowed glancing first-time clumsy blistering tame second-half away",
        "minutes yards goals corners points fans bookings shots",
    ),
    _topic(
        "launch booster capsule countdown valve antenna payload hatch orbit telemetry parachute heat_shield tank "
        "engine window docking solar_panel camera pad gantry sensor module thruster cable trajectory umbilical",
        "flight_director astronaut capsule_communicator range_officer agency weather_officer ground_crew commander "
        "mission_specialist contractor astronomer recovery_team systems_engineer",
        "ignited scrubbed fuelled docked separated deployed tested vented aborted rolled_back pressurised corrected "
        "transmitted detected jettisoned calibrated splashed_down latched rebooted held",
        "cryogenic nominal redundant lunar faulty uncrewed upper spare orbital reusable stuck intermittent",
        "kilometres seconds kilograms degrees litres orbits knots engines",
    ),
    _topic(
        "strike depot picket_line timetable wage_offer union contract platform signal commuter fare overtime "
        "negotiation ballot rally walkout terminal shift pension schedule freight arbitration march driver_shortage "
        "ticket_office service bus tram refund",
        "union_leader rail_operator transport_secretary mediator train_driver shop_steward commuter_group employer "
        "conductor station_manager labour_court delegate dispatcher chancellor",
        "cancelled resumed rejected blocked extended negotiated tabled picketed suspended balloted rerouted joined "
        "offered condemned averted demanded staffed delayed walked_out_of agreed",
        "regional overnight improved unpaid emergency western crowded skeleton replacement national stalled two-day",
        "workers trains percent passengers stations days services members",
    ),
)

# What sentences are built on. Names in braces are drawn anew for each use.
_FORMS = (
    "{who} {act} the {thing} in {place}",
    "the {thing} has been {act}, {who} {says}",
    "{count} were {act} near {place}",
    "“{saying},” {who} {says} of the {thing}",
    "it is not clear whether the {thing} will be {act} before {time}",
    "{who} put the number of {unit} at {number}, up from {number}",
    "in {place} the {thing} was {act} overnight",
    "{who} expects the {thing} to be {act} by {time}",
    "a {thing} that {who} had {act} is now {act} as well",
    "{count} from the {thing}, {who} {act} what {person} had left behind",
    "{who} has arrived in {place} to see the {thing}",
    "all eyes are on {place}, where the {thing} may yet be {act}",
    "the {doer} and {who} disagree about the {thing}",
    "nobody in {place} remembers when the {thing} was last {act}",
    "pictures show the {thing} being {act} in {place}",
    "{who} will speak about the {thing} at {time}",
    "“{saying},” {who} wrote in a message that {person} shared",
    "our colleague in {place} hears that {count} have been {act}",
    "the {thing} cost {count} more than {who} had promised",
    "some {unit} remain, {number} by the latest count, although {who} speaks of {number}",
    "{person} thanked the {doer}",
    "by {time} the {thing} in {place} had {act} twice",
    "{who} called the {thing} a {trait} mistake",
    "what was {act} yesterday is {trait} today: the {thing}",
    "residents of {place} blame {who} for the {thing}",
    "an earlier version of this entry gave the number of {unit} as {number}",
    "{who} {act} and {act} within {count}",
    "{person}, who once {act} a {thing} in {place}, is less certain",
    "the {thing} is {trait} again, says the {doer}",
    "listen to {who} on the {trait} {thing} here",
    "three questions about the {thing}, answered by {who}",
    "between {place} and {place} the {thing} stays {act}",
    "{who} refuses to say who {act} the {thing}",
    "{count} and one {thing}: that is how {person} sums up the day",
    "readers ask us why the {thing} was {act} at all",
    "if {who} is right, {count} will have been {act} by {time}",
    "the {doer} of {place} has {act} the {trait} {thing}",
)
_OPENINGS = (
    "according to officials",
    "on Tuesday morning",
    "after a long night",
    "in a short statement",
    "for the first time",
    "as expected",
    "despite earlier assurances",
    "within the past hour",
    "shortly before the deadline",
    "once again",
    "against all predictions",
    "at a hastily called briefing",
    "without giving reasons",
    "following talks",
    "meanwhile",
    "under pressure from {place}",
    "in the meantime",
    "to widespread surprise",
    "by mid-afternoon",
    "earlier today",
    "speaking in {place}",
    "asked about the {thing}",
    "a day after {who} {act}",
    "if {person} is to be believed",
    "since {time}",
    "on the {trait} side",
    "with {count} to go",
    "as {who} {says}",
    "unlike in {place}",
    "in private",
)
_REASONS = (
    "because nobody had expected it",
    "while the cause is still being examined",
    "with no date for the next step",
    "which had been planned for weeks",
    "as far as we can confirm",
    "although two sources dispute that",
    "again",
    "so that others could take over",
    "even though the rules forbid it",
    "until further notice",
    "if nothing changes",
    "which our correspondent could see from a distance",
    "and more is expected before {time}",
    "{person} notes",
    "as the first pictures from {place} show",
    "a decision that surprised many",
    "not only in {place}",
    "despite warnings about the {thing}",
    "and the figures have not been checked",
    "as {who} had {act} before",
    "much to the relief of {person}",
    "for reasons that the {doer} keeps quiet about",
    "unless the {thing} is {act}",
)
_SAYINGS = (
    "We have never seen anything like it",
    "There is still a long way to go",
    "I cannot comment on that",
    "Nobody was ready",
    "This is not the end of it",
    "Everybody did what they could",
    "We will look at every detail",
    "It was a matter of luck",
    "The numbers speak for themselves",
    "That is simply not true",
    "People want answers",
    "We are not there yet",
    "I would rather be careful with promises",
    "What counts now is patience",
    "The plan was sound",
    "It could have been worse",
)
_VERBS = (
    "says",
    "said",
    "told reporters",
    "adds",
    "insists",
    "writes",
    "confirms",
    "announced",
    "explained",
    "repeated",
)
_SHORT = (
    "Goal!",
    "Half-time",
    "Fixed typo",
    "Correction",
    "More soon",
    "Stay with us",
    "Breaking",
    "Confirmed",
    "Full-time",
    "Good morning",
    "Break",
    "Picture",
    "Watch live",
    "Thank you for reading",
    "Back shortly",
)
_BOILERPLATE = (
    "This is a developing story and will be updated as we learn more.",
    "You can get in touch with our reporters through the form below.",
    "For those who have just joined us, here is what we know so far:",
    "Our coverage continues on this page throughout the day.",
    "We have not been able to verify this information independently.",
    "Let us take a look at the latest from our correspondents on the ground.",
)
_SYLLABLES = [
    "ba",
    "der",
    "mo",
    "lin",
    "ka",
    "vo",
    "rel",
    "tas",
    "mir",
    "on",
    "ul",
    "hes",
    "ga",
    "ner",
    "pol",
    "ish",
    "ta",
    "wen",
    "dor",
    "ar",
    "qui",
    "sel",
    "mun",
    "fa",
    "ryn",
    "ost",
    "el",
    "bri",
]


_NAME = re.compile(r"\{(\w+)\}")


class Post(NamedTuple):
    """An entry as the newsroom keeps it: headline, paragraphs, minutes after the start."""

    headline: str | None
    paragraphs: tuple[str, ...]
    minute: int

    @property
    def text(self) -> str:
        """Headline and paragraphs as one text."""
        return " ".join([*([self.headline] if self.headline else []), *self.paragraphs])


class Desk(NamedTuple):
    """The habits of a newsroom: how long entries are, and how often it repeats itself."""

    name: str
    words: float  # the median of an entry
    spread: float
    headlines: float
    boilerplate: float
    repeats: float  # entries that say what an earlier one said, word for word
    variants: float  # entries that say nearly what an earlier one said
    short: float
    bursts: float  # entries of the same minute as the one before


LONG = Desk("Guardian-like", 75, 0.8, 0.35, 0.10, 0.010, 0.06, 0.015, 0.16)
BRIEF = Desk("BBC-like", 34, 0.7, 0.55, 0.14, 0.045, 0.12, 0.05, 0.37)
START = datetime(2024, 3, 8, 6)  # noqa: DTZ001 - a wall clock


class Writer:
    """One blog's author: draws names once and reuses them, as a story does."""

    def __init__(self, desk: Desk, topic: Topic, random: Random) -> None:
        self.desk, self.topic, self.random = desk, topic, random
        self.people = [f"{self._name()} {self._name()}" for _ in range(14)]
        self.places = [self._name() for _ in range(10)]
        self._forms = random.sample(_FORMS, len(_FORMS))  # every author has favourites

    def _name(self) -> str:
        return "".join(self.random.choice(_SYLLABLES) for _ in range(self.random.choice((2, 2, 3)))).capitalize()

    def _common(self, words: Sequence[str]) -> str:
        """Draw a word as stories do: a few of them most of the time (Zipf)."""
        return words[min(int(len(words) * self.random.random() ** 1.6), len(words) - 1)]

    def number(self) -> str:
        """Return a count, a share or an amount."""
        value = int(exp(self.random.uniform(0.7, 8)))
        return self.random.choice((f"{value:,}", str(value), f"{value / 10:.1f}"))

    def _filled(self, form: str) -> str:
        """Return a form with every name in braces replaced by a drawing of its own."""
        return _NAME.sub(lambda match: self._drawn(match[1]), form)

    def _drawn(self, name: str) -> str:
        draw, topic, chance = self._common, self.topic, self.random
        match name:
            case "thing":
                trait = f"{draw(topic.traits)} " if chance.random() < 0.5 else ""
                return trait + draw(topic.things)
            case "who":
                person = draw(self.people)
                doer = draw(topic.doers)
                return chance.choice((f"the {doer}", f"{doer} {person}", person, person.split()[1]))
            case "count":
                return f"{self.number()} {draw(topic.units)}"
            case "time":
                return f"{chance.randrange(1, 12)} {chance.choice(('o’clock', 'p.m.', 'in the morning'))}"
            case "number":
                return self.number()
        stock = {"act": topic.acts, "trait": topic.traits, "doer": topic.doers, "unit": topic.units, "says": _VERBS}
        own = {"place": self.places, "person": self.people, "saying": _SAYINGS}
        return draw(stock.get(name) or own[name])

    def sentence(self) -> str:
        """Return one sentence of 5 to 40 words."""
        text = self._filled(self._common(self._forms))
        if self.random.random() < 0.3:
            text = f"{self._filled(self.random.choice(_OPENINGS))}, {text}"
        if self.random.random() < 0.35:
            text = f"{text}, {self._filled(self.random.choice(_REASONS))}"
        return text[0].upper() + text[1:] + "."

    def headline(self) -> str:
        """Return a headline of 3 to 9 words."""
        draw, topic = self._common, self.topic
        return self.random.choice(
            (
                f"{draw(topic.things)} {draw(topic.acts)} in {draw(self.places)}",
                f"{draw(self.people)} on the {draw(topic.traits)} {draw(topic.things)}",
                f"What we know about the {draw(topic.things)}",
                f"{self.number()} {draw(topic.units)} {draw(topic.acts)}, {draw(topic.doers)} says",
            )
        ).capitalize()

    def paragraphs(self, words: int) -> tuple[str, ...]:
        """Return sentences of about so many words, in paragraphs."""
        found: list[str] = []
        written = 0
        while written < words:
            sentence = self.sentence()
            written += len(sentence.split())
            if not found or self.random.random() < 0.35:
                found.append(sentence)
            else:
                found[-1] += f" {sentence}"
        return tuple(found)

    def post(self, minute: int) -> Post:
        """Return a new entry."""
        desk, chance = self.desk, self.random
        if chance.random() < desk.short:
            return Post(None, (chance.choice(_SHORT),), minute)
        words = max(5, min(300, int(desk.words * exp(chance.gauss(0, desk.spread)))))
        body = self.paragraphs(words)
        if chance.random() < desk.boilerplate:
            line = chance.choice(_BOILERPLATE)
            body = (line, *body) if chance.random() < 0.4 else (*body, line)
        return Post(self.headline() if chance.random() < desk.headlines else None, body, minute)

    def variant(self, post: Post, minute: int) -> Post:
        """Return a new entry that was written after the model of another: other numbers, other words."""
        share = self.random.uniform(0.08, 0.35)
        return Post(post.headline, tuple(self.reworded(text, share) for text in post.paragraphs), minute)

    def reworded(self, text: str, share: float) -> str:
        """Return a text with a share of its words replaced: numbers first, as they are what is new."""
        words = text.split(" ")
        stock = (*self.topic.things, *self.topic.acts, *self.topic.traits, *self.places)
        chosen = [at for at, word in enumerate(words) if any(c.isdigit() for c in word)]
        rest = [at for at in range(len(words)) if at not in chosen]
        wanted = max(1, round(share * len(words)))
        chosen += self.random.sample(rest, min(len(rest), max(0, wanted - len(chosen))))
        for at in chosen:
            end = words[at][-1] if words[at].endswith((".", ",", ":")) else ""
            digits = any(c.isdigit() for c in words[at])
            words[at] = (self.number() if digits else self._common(stock)) + end
        return " ".join(words)

    def blog(self, entries: int) -> list[Post]:
        """Return a blog of so many entries, oldest first."""
        desk, chance = self.desk, self.random
        posts: list[Post] = []
        minute = 0
        for _ in range(entries):
            if chance.random() >= desk.bursts:
                minute += 1 + int(chance.expovariate(1 / 6))
            kind = chance.random()
            if posts and kind < desk.repeats:
                posts.append(chance.choice(posts)._replace(minute=minute))
            elif posts and kind < desk.repeats + desk.variants:
                posts.append(self.variant(chance.choice(posts[-15:]), minute))
            else:
                posts.append(self.post(minute))
        return posts


def clock(minute: int) -> datetime:
    """Return the printed time of a post."""
    return START + timedelta(minutes=minute)
