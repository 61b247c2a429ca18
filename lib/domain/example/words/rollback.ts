import type { AreaWords } from "./question-words";

/** What teams say about undoing a bad change. */
export const rollback: AreaWords = {
  "bad-change-undone": {
    yes: [
      "One button puts the release before back, configuration included: {minutes} minutes, last used in {month}.",
      "We roll back once a month for practice; the slowest took {minutes} minutes.",
    ],
    partly: [
      "Code in one step. Feature settings are typed back by hand.",
      "There is a button; nobody has pressed it since {month}.",
    ],
    no: [
      "We fix forward. In {month} that took {n} hours.",
      "Going back means building the old tag and hoping.",
    ],
    unclear: ["The pipeline has a rollback stage that we have not tried."],
    evidence: ["ci: Rollback drill", "wiki: Going back"],
  },
  "old-release-runs-on-new-data": {
    yes: [
      "The build starts the previous release on the migrated database and runs its tests.",
      "Columns are only added; dropping waits for two releases. Checked in review and by a test.",
    ],
    partly: ["By agreement, without a test.", "For the tables yes, for messages in the queue no."],
    no: [
      "After a migration there is no way back.",
      "The release of {month} renamed a column; going back was not possible.",
    ],
    unclear: ["We think so. It was never needed."],
    notForUs: "It keeps no data that outlives a release.",
    evidence: ["ci: Old release on new data"],
  },
  "undo-decided-beforehand": {
    yes: [
      "The release note names the graph, the value and who decides; used in {month} after {minutes} minutes.",
      "Error rate above 1 % for five minutes undoes it without asking anybody.",
    ],
    partly: ["We know what to look at, not at which value.", "Written for big releases only."],
    no: ["We discuss it when it happens.", "Whoever is loudest decides."],
    unclear: ["It was agreed once; the page is gone."],
    evidence: ["wiki: When we go back"],
  },
  "release-interrupts-nobody": {
    yes: [
      "Instances drain before they stop. We released at noon {n} times in {month} with no failed request.",
      "Load test during a release: zero errors.",
    ],
    partly: ["Requests are drained, jobs are killed.", "Quiet hours only: a few requests fail each time."],
    no: ["We announce a window and put up a page.", "About {n}0 requests fail with each release."],
    unclear: ["Nobody has looked at the errors during a release."],
    evidence: ["ci: Release under load", "graphs: Errors around releases"],
  },
  "few-users-first": {
    yes: [
      "1 %, 10 %, all, each step watched for {minutes} minutes.",
      "Staff first, then one country, then the rest; stopped twice since {month}.",
    ],
    partly: ["Features yes, releases no.", "10 % first, but nobody watches before going on."],
    no: ["Everybody at once.", "We have one instance group."],
    unclear: ["The flags could do it. We have not used them for that."],
    evidence: ["wiki: Steps of a release", "graphs: Share on the new release"],
  },
};
