import { expect, it } from "vitest";
import { newsOf, readSentEvents } from "./live-news";
import { anEvent } from "./testing-events";

const change = anEvent({ id: "12" });

it("reads the events of an answer, and leaves out comments and what carries nothing", () => {
  const text = `: still here\n\nevent: change\nid: 12\ndata: ${JSON.stringify(change)}\n\nretry: 5\n\nevent: hello\nid: 13\ndata: {}\n\n`;
  expect(readSentEvents(text)).toEqual([
    { event: "change", id: "12", data: JSON.stringify(change) },
    { event: "hello", id: "13", data: "{}" },
  ]);
  expect(readSentEvents("")).toEqual([]);
});

it.each([
  [
    { event: "change", id: "12", data: JSON.stringify(change) },
    { kind: "change", event: change },
  ],
  [
    { event: "reset", id: "12", data: "{}" },
    { kind: "reset", id: "12" },
  ],
  [{ event: "hello", id: "12", data: "{}" }, null],
  [{ event: "change", id: "12", data: "{" }, null],
])("%j says %j", (sent, news) => {
  expect(newsOf(sent)).toEqual(news);
});
