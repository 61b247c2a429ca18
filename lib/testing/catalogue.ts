import { db } from "../db/client";
import { aPerson, scopeOf } from "./factories";

export const GROUP = `# who pays us
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: payments
  namespace: shop
  description: Money in, money out
spec:
  profile:
    displayName: Payments & Ledger
  type: team
`;
export const CHECKOUT = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: checkout
  title: Checkout 🛒
  namespace: shop
  description: Takes the money.
  annotations:
    github.com/project-slug: 'acme/checkout'
    plumbline/tier: "1"
  tags: [Payments, nodejs]
spec:
  type: service
  lifecycle: production
  owner: payments
  dependsOn:
    - component:ledger
    - resource:shop/orders-db
`;
export const LEDGER = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ledger
  namespace: shop
spec:
  type: service
  lifecycle: experimental
  owner: group:other/bookkeepers
  dependsOn: [checkout]
`;
export const FILE = [GROUP, CHECKOUT, LEDGER].join("---\n");
/** The line on which what follows FILE begins, after its `---`. */
export const AFTER = FILE.split("\n").length + 1;

export async function anAdmin() {
  return scopeOf(await aPerson({ admin: true }), "import:run");
}
export const written = async () => ({
  events: await db().auditEvent.count(),
  facts: await db().serviceFacts.count(),
  points: await db().readinessPoint.count(),
  services: await db().service.findMany({ orderBy: { id: "asc" } }),
  teams: await db().team.findMany({ orderBy: { id: "asc" } }),
});
