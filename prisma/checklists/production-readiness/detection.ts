import type { Question } from "../../../lib/domain/checklist";

/** Detection: we know of a problem before our customers tell us. */
export const questions: readonly Question[] = [
  {
    key: "we-know-first",
    area: "detection",
    title: "Alert before users notice",
    text: "When it breaks, our own monitoring tells us before a user does.",
    why: "A feature broke on a Friday afternoon and stayed broken until customers wrote in on Monday. The servers were up and every chart was calm, because nothing watched whether the feature itself still worked. The repair was short; the silent weekend is what people remember.",
    convincing:
      "The last three faults, each with the time of our first alert beside the time of the first report from outside. A check that performs the main task from outside every few minutes, and its history.",
    howToFix:
      "Perform the one task that matters most, as a user would, every few minutes from outside, and raise an alert after two misses in a row. Add an alert for when far fewer people complete that task than is usual for the hour.",
    ability: "early_warning",
    weight: 5,
    critical: true,
    upToTier: 4,
    tags: [],
    reviewAfterDays: 90,
    effortDays: 2,
    costs: [
      {
        cost: "lost_trust",
        incidentsPerYear: 0.8,
        because: "most years one fault runs for hours or days until customers report it",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.8,
        because: "a fault found late has spread, and drops into the middle of other work most years",
      },
      {
        cost: "data_loss",
        incidentsPerYear: 0.1,
        because: "once in ten years an unseen fault writes wrong records for days",
      },
    ],
  },
  {
    key: "errors-can-be-followed",
    area: "detection",
    title: "Errors logged with cause and release",
    text: "Every error that a user meets is logged with its request, its cause and the release it happened in.",
    why: "'It did not work at about ten' is all that most reports say. With one id on the error page and in every log line, the cause is found in minutes; without it, several people guess for an afternoon and the fix is a guess too.",
    convincing:
      "Somebody outside the team takes one real error page from last week and finds, within ten minutes, the log lines of that request in every part it went through.",
    howToFix:
      "Give each request an id where it enters, pass it on with every call and show it on the error page. Log named fields rather than prose: id, release, operation, error, cause. Collect the errors of browsers and apps in the same place, and keep passwords, tokens and personal data out.",
    ability: "errors_logged",
    weight: 4,
    critical: false,
    upToTier: 3,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 3,
    costs: [
      {
        cost: "developer_confusion",
        incidentsPerYear: 0.8,
        because: "nearly every year one fault takes days to find that a good log line shows in minutes",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.5,
        because: "every other year a first fix misses the cause and a second one follows at once",
      },
    ],
  },
  {
    key: "alerts-reach-somebody",
    area: "detection",
    title: "Alerts that reach somebody on duty",
    text: "Every alert asks for something a person can do, and reaches somebody on duty who will do it.",
    why: "Alerts that ask for nothing teach people to look away, and the one that matters goes by with the rest. An alert that lands at two in the morning in a channel nobody reads is a log line.",
    convincing:
      "Last month's alerts, each with what was done about it; most of them led to something. This week's rota with a stand-in, and one alert outside working hours with the time of the reply.",
    howToFix:
      "Remove or demote each alert that led to nothing twice running. Send the rest to a person on a rota, and to a second person after fifteen minutes without a reply. Put the first step to take into the alert itself.",
    ability: "early_warning",
    weight: 4,
    critical: true,
    upToTier: 3,
    tags: [],
    reviewAfterDays: 90,
    effortDays: 3,
    costs: [
      {
        cost: "lost_trust",
        incidentsPerYear: 0.3,
        because: "about every three years the alert was raised and nobody saw it in time",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.6,
        because: "something fills up or expires every other year, and its warning went unread",
      },
    ],
  },
  {
    key: "service-levels-on-a-screen",
    area: "detection",
    title: "Speed and reliability goals on a screen",
    text: "It is written down how fast and how reliable it must be, and a screen shows whether it is.",
    why: "Without a number, 'slow' is an opinion. A service that loses a little speed every week never has the one bad day on which somebody acts, until a customer measures it for us.",
    convincing:
      "Two or three targets that product and engineering both agreed to, and the last four weeks measured against them as users experience it. One decision that was taken because of them.",
    howToFix:
      "Choose the two tasks users care about most; for each, write the share that must succeed and the time within which it must be done. Measure both where the requests enter, show them on one screen, and look at it together every week.",
    ability: "early_warning",
    weight: 3,
    critical: false,
    upToTier: 2,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 3,
    costs: [
      {
        cost: "poor_performance",
        incidentsPerYear: 0.5,
        because: "speed is lost bit by bit; about every two years it is unusable before anyone acts",
      },
      {
        cost: "failed_launch",
        incidentsPerYear: 0.1,
        because: "about every ten years a launch stops because nobody had said what fast enough means",
      },
    ],
  },
  {
    key: "background-errors-seen",
    area: "detection",
    title: "Alert when a background job stops",
    text: "A background job that breaks, hangs or never starts is noticed within a time we chose.",
    why: "Nobody sits waiting for a nightly job, so nobody complains when it stops. When the missing invoices or reports are noticed, there are two weeks of them to make good.",
    convincing:
      "A list of the jobs with the longest silence allowed for each, and the alert that arrived when one of them was held back on purpose.",
    howToFix:
      "Let each job report its end, with how many items it handled and how many it set aside. Raise an alert when the report is late, when items set aside pile up, or when nothing was handled on a day with work to do.",
    ability: "errors_logged",
    weight: 4,
    critical: false,
    upToTier: 2,
    tags: ["batch"],
    reviewAfterDays: 180,
    effortDays: 2,
    costs: [
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.5,
        because: "about every two years a job has stood still for days and must be caught up at once",
      },
      {
        cost: "lost_trust",
        incidentsPerYear: 0.3,
        because: "more than half of those jobs send what customers wait for: invoices, reports, mail",
      },
      {
        cost: "data_loss",
        incidentsPerYear: 0.15,
        because: "one skipped run in three or four cannot be repeated, as its input is gone by then",
      },
    ],
  },
  {
    key: "alarms-tested",
    area: "detection",
    title: "Alarms tested twice a year",
    text: "At least twice a year we cause a fault on purpose and see that alarms and people respond.",
    why: "An alarm that was never set off is a guess: a renamed measurement, an expired key or a rota with somebody who has left, and it stays silent. Monitoring that is down looks just like a service that is well.",
    convincing:
      "Notes from the last two exercises: what was broken, minutes until somebody acted, what was changed afterwards. In one of them the monitoring itself was switched off, and that was noticed too.",
    howToFix:
      "Choose one fault that users would feel, tell support, cause it in working hours and time the response. Have a second, independent system raise an alert when the monitoring stops giving signs of life.",
    ability: "early_warning",
    weight: 2,
    critical: false,
    upToTier: 1,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 2,
    costs: [
      {
        cost: "lost_trust",
        incidentsPerYear: 0.25,
        because: "roughly every four years an alarm we rely on is silent during a real outage",
      },
      {
        cost: "emergency_fixes",
        incidentsPerYear: 0.25,
        because: "a response nobody has practised takes a wrong turn that has to be repaired as well",
      },
    ],
  },
];
