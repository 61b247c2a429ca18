import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

it("ties label, hint and error to the control", () => {
  const html = renderToStaticMarkup(<TextField id="name" label="Name" hint="Short." error="Too long." />);
  expect(html).toContain('<label for="name"');
  expect(html).toContain('aria-describedby="name-hint name-error"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('id="name-error"');
});

it("is required unless it says optional", () => {
  expect(renderToStaticMarkup(<TextField label="Name" />)).toMatch(/<input[^>]* required=""/);
  expect(renderToStaticMarkup(<TextField label="Name" optional />)).not.toMatch(/<input[^>]* required/);
});

it("takes what people write in the direction of its own letters; codes and numbers stay as they are", () => {
  expect(renderToStaticMarkup(<TextField label="Name" />)).toMatch(/<input[^>]* dir="auto"/);
  expect(renderToStaticMarkup(<TextArea label="Reason" />)).toMatch(/<textarea[^>]* dir="auto"/);
  for (const type of ["date", "email", "number", "password", "url"])
    expect(renderToStaticMarkup(<TextField label="Other" type={type} />)).not.toContain("dir=");
});
