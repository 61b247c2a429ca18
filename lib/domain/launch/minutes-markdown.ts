import type { Minutes, MinutesLine } from "./minutes";
import { agendaTexts } from "./minutes-gaps";
import { ROLE_TEXT } from "./roles";
import { DECISION_TEXT } from "./texts";

/** A text as Markdown shows it: on one line, and with nothing that Markdown or HTML would read as its own. */
const escaped = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~&]/g, (sign) => `\\${sign}`);

/** A list under its heading; nothing where there is none. */
const section = (heading: string, lines: readonly string[], bullet = "-"): string[] =>
  lines.length === 0 ? [] : [`## ${heading}`, lines.map((line) => `${bullet} ${escaped(line)}`).join("\n")];

const datedOf = (lines: readonly MinutesLine[]): string[] =>
  lines.map(({ when, text }) => `${when}: ${text}`);
const textsOf = (lines: readonly { text: string }[]): string[] => lines.map(({ text }) => text);

/** Minutes as Markdown: what was decided first, the hashes of what was signed last (L9). */
export function minutesMarkdown(minutes: Minutes): string {
  const meetings = new Set(minutes.agenda.map(({ meeting }) => meeting));
  const agenda = [...meetings].flatMap((meeting) =>
    section(
      meetings.size === 1 ? "Agenda" : `Agenda of meeting ${meeting}`,
      agendaTexts(minutes.agenda.filter((line) => line.meeting === meeting)),
      "1.",
    ),
  );
  const hashes = minutes.signOffs.flatMap(({ role, decision, revision, overruling }) => [
    `- ${ROLE_TEXT[role].name}, ${DECISION_TEXT[decision]}: \`${revision}\``,
    ...(overruling ? [`- ${ROLE_TEXT[role].name}, overruled: \`${overruling.revision}\``] : []),
  ]);
  const parts = [
    `# ${escaped(minutes.title)}: minutes`,
    escaped(minutes.firstLine),
    ...section("Objections", textsOf(minutes.objections)),
    ...agenda,
    ...section("Decisions", textsOf(minutes.dispositions)),
    ...section("Conditions", textsOf(minutes.conditions)),
    ...(minutes.carried.count === 0 ? [] : ["## Carried", escaped(minutes.carried.text)]),
    ...section("Sign-off", [
      ...textsOf(minutes.signOffs),
      ...(minutes.remark === null ? [] : [minutes.remark]),
    ]),
    ...section("How it went", datedOf(minutes.course)),
    ...section("Corrections", datedOf(minutes.corrections)),
    ...section("Since launch", datedOf(minutes.sinceLaunch)),
    "## What was signed",
    [`- The launch: \`${minutes.revision}\``, ...hashes].join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}
