/** Why the database cannot be brought to this release, for the person who starts it: what happened, what is kept, what to do. */
export class MigrationProblem extends Error {
  override name = "MigrationProblem";
}
