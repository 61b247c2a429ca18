import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ValuesCard } from "./values-card";

const card = (by: "choice" | "rule") =>
  renderToStaticMarkup(
    <ValuesCard values={[{ field: "tier", value: "P0", rows: 2, to: 1, by }]} onValue={() => {}} />,
  );

describe("a word that somebody told the meaning of", () => {
  it("can be left to the rules again, in words", () => {
    expect(card("choice")).toContain(">As Plumbline reads it</option>");
    expect(card("rule")).not.toContain("As Plumbline reads it");
  });
});
