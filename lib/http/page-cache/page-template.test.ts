import { describe, expect, it } from "vitest";
import { filledIn, headersFor, templateOf } from "./page-template";

const blanks = { nonce: "nonce0a1b2c", me: "me0a1b2c" };
const push = (text: string) =>
  `<script nonce="${blanks.nonce}">self.__next_f.push([1,${JSON.stringify(text)}])</script>`;
const who = `<data id="me" hidden value="${blanks.me}"></data>`;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const filled = (html: string, filling: typeof blanks) => {
  const page = templateOf(html, blanks);
  if (!page) throw new RangeError("not to be filled in");
  return text(filledIn(page, filling));
};

describe("a page that was drawn for everybody", () => {
  it("is filled in with the nonce of each request wherever it stands, and with who asks", () => {
    const html = `<p>Zoë 🚀</p>${who}${push(`0:{"nonce":"${blanks.nonce}"}`)}`;
    const one = filled(html, { nonce: "AAA+/==", me: '{"name":"Ana"}' });
    expect(one).toBe(
      html
        .replaceAll(blanks.nonce, "AAA+/==")
        .replace(`value="${blanks.me}"`, 'value="{&quot;name&quot;:&quot;Ana&quot;}"'),
    );
    expect(filled(html, { nonce: "B", me: "" })).toContain('<script nonce="B">');
  });

  it.each([
    ['{"name":"\\"><script>alert(1)</script>"}'],
    [`{"name":"it's & <b>"}`],
    ['{"name":"$& $1 🧑‍🚀 עברית"}'],
  ])("lets no name break out of its attribute: %s", (me) => {
    const html = filled(`${who}${push("0:1")}`, { nonce: "N", me });
    expect(html.match(/<script/g)).toHaveLength(1);
    const value = /value="([^"]*)"/.exec(html)?.[1] ?? "";
    const back = value
      .replaceAll("&quot;", '"')
      .replaceAll("&#x27;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    expect(back).toBe(me);
  });

  it("has the nonce of each request in the headers that preload, too", () => {
    const link = `</a.css>; rel=preload; nonce="${blanks.nonce}", </b.css>; nonce="${blanks.nonce}"`;
    const headers = headersFor({ link, vary: "rsc" }, blanks, { nonce: "N$&" });
    expect(headers).toEqual({
      link: '</a.css>; rel=preload; nonce="N$&", </b.css>; nonce="N$&"',
      vary: "rsc",
    });
  });

  it("leaves the blank of who it is alone in what React takes over", () => {
    const html = `${who}${push(`0:["$","data",{"value":"${blanks.me}"}]`)}`;
    expect(filled(html, { nonce: "N", me: "{}" })).toContain(`\\"value\\":\\"${blanks.me}\\"`);
  });

  it("is used when a name only looks like what broke", () => {
    const name = '5:E{"digest"} $RX("B:0") data-dgst="';
    const html = `<p>${name.replaceAll('"', "&quot;")}</p>${who}${push(`0:["$","p",null,${JSON.stringify(name)}]`)}`;
    expect(templateOf(html, blanks)).not.toBeNull();
  });

  it.each([
    ["a nonce was cut in two on its way", `${who}${push('0:{"nonce":"nonce0a')}${push('1b2c"}')}`],
    ["nothing says who it is", push("0:1")],
    ["two places say who it is", `${who}${who}${push("0:1")}`],
    ["no nonce is in it", who],
    ["a part of it broke", `${who}<!--$!--><template data-dgst="1"></template><!--/$-->${push("0:1")}`],
    [
      "a part of it broke after it was promised",
      `${who}${push("0:1")}<script nonce="${blanks.nonce}">$RX=function(b){};$RX("B:0","1")</script>`,
    ],
    ["a part of it broke on its way to React", `${who}${push("0:1\n1")}${push('5:E{"digest":"1"}\n')}`],
  ])("is not used when %s", (_, html) => {
    expect(templateOf(html, blanks)).toBeNull();
  });
});
