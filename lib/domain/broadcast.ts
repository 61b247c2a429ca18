const BROADCAST =
  /^(?:service|answer|gap|team|organisation|checklist|person|presence|example|import|model|waiver|launch)\./;
const AUDIT_ONLY: ReadonlySet<string> = new Set(["person.password_changed"]);

/**
 * Whether open browsers are told of a change. They may know what anybody signed in may read; who signs in, and who
 * makes tokens and invitations, is for the audit trail alone. Unknown means no.
 * @param action as audited, or "service.aged", "presence.moved"
 */
export const isBroadcast = (action: string): boolean => BROADCAST.test(action) && !AUDIT_ONLY.has(action);
