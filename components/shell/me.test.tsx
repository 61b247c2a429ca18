import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Me, personOf, useMe } from "./me";

function Name({ known }: { known: Parameters<typeof useMe>[0] }) {
  return <b>{useMe(known)?.name ?? "nobody yet"}</b>;
}

describe("who is signed in", () => {
  it("is said by the page that knows", () => {
    const ana = { id: "1", name: "Ana", email: "ana@example.com" };
    expect(renderToString(<Name known={ana} />)).toBe("<b>Ana</b>");
  });

  it("is left open where a page is drawn for everybody", () => {
    expect(renderToString(<Name known={null} />)).toBe("<b>nobody yet</b>");
    expect(renderToString(<Me value="blank" />)).toBe('<data id="me" hidden="" value="blank"></data>');
  });

  it("is read from what was filled in, the same object for the same text, and nobody from a blank", () => {
    const text = '{"id":"1","name":"Ana","email":"ana@example.com"}';
    expect(personOf(text)).toMatchObject({ name: "Ana" });
    expect(personOf(text)).toBe(personOf(text));
    expect(personOf("me0a1b2c")).toBeNull();
  });
});
