import { story } from "./launch-acts";

/** Launched over an objection, by who had the right to. */
export const images = story("images", [
  [
    70,
    380,
    "adaeze",
    {
      kind: "planned",
      title: "Image pipeline for all shops",
      services: ["images"],
      target: 57,
      meeting: [64, 380],
      facilitator: "soren",
      signers: { engineering: "adaeze", security: "priya" },
      what: "Pictures that shops upload are cut, sized and checked here. The old scripts on the file server stop.",
      worth: "Four hundred shops of one chain join with it, and put up their pictures themselves.",
      delayCostPerWeek: 25_000,
      undo: {
        how: "The old scripts take over again by one flag. Pictures that were made meanwhile stay.",
        who: "Whoever is on call for Platform",
      },
      onCall: "Platform",
    },
  ],
  [
    65,
    380,
    "yuki",
    {
      kind: "answered",
      service: "images",
      rest: "yes",
      says: {
        "alerts-reach-somebody": ["no", "Its alerts go to a channel that is read in working hours only."],
        "uploads-checked": ["partly", "Size and number are limited. What a file says it is, is believed."],
      },
    },
  ],
  [64, 380, "soren", { kind: "met" }],
  [
    64,
    386,
    "soren",
    { kind: "to_fix", service: "images", question: "alerts-reach-somebody", owner: "yuki", dueOn: 58 },
  ],
  [62, 380, "adaeze", { kind: "signed", role: "engineering", decision: "go" }],
  [
    62,
    455,
    "priya",
    {
      kind: "signed",
      role: "security",
      decision: "no_go",
      comment:
        "Files of strangers are opened by a library with two known holes, and nothing looks inside them first. Two weeks would do.",
      lookAgainOn: 50,
    },
  ],
  [
    59,
    400,
    "helena",
    {
      kind: "overruled",
      role: "security",
      reason:
        "Four hundred shops join the day after tomorrow, and wait with their pictures. Until files are checked, only shops that we know can upload.",
    },
  ],
  [
    58,
    100,
    "helena",
    {
      kind: "closed",
      as: "launched",
      reason: "The shops join today. The alert that is still to be moved is moved before the weekend.",
    },
  ],
  [
    57,
    380,
    "yuki",
    {
      kind: "answered",
      service: "images",
      says: {
        "alerts-reach-somebody": [
          "yes",
          "Three alerts page whoever is on call; the others are gone. Tried on a Sunday.",
          "graphs: Alerts of the image pipeline",
        ],
      },
    },
  ],
  [
    54,
    380,
    "soren",
    {
      kind: "reviewed",
      text: "Four days, 61,000 pictures, none of them hostile as far as we can tell. Limiting it to shops that we know held 22 of them up for a day. The objection was right about the library: it is replaced first, and the limit stays until then.",
    },
  ],
  [
    47,
    380,
    "yuki",
    {
      kind: "answered",
      service: "images",
      says: {
        "uploads-checked": [
          "yes",
          "A file is known by its content, opened in a sandbox without network, and written anew. The library is replaced.",
          "git: Open uploads in a sandbox",
        ],
      },
    },
  ],
]);
