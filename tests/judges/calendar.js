// What ical.js, the reader of Thunderbird and Nextcloud, makes of a calendar: each event with its instants in UTC.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const { calendar } = JSON.parse(readFileSync(0, "utf8"));
const root = new ICAL.Component(ICAL.parse(calendar));

for (const zone of root.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}

function instant(time) {
  return time && (time.isDate ? time.toString() : time.toJSDate().toISOString());
}

const events = root.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    start: instant(event.startDate),
    end: instant(event.endDate),
    url: component.getFirstPropertyValue("url"),
    status: component.getFirstPropertyValue("status"),
  };
});

process.stdout.write(JSON.stringify(events));
