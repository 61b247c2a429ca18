import { waiversPage } from "@/components/addresses/pages";

/** Where the waivers of a service stand that wait for a decision, or that are in force. */
export const waiverHref = (service: string): string =>
  waiversPage.href({}, { service: [service], state: ["requested", "in_force"] });
