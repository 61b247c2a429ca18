import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Sentence } from "@/components/ui/sentence";
import { SetupForm } from "@/components/welcome/setup-form";
import { isSetUp } from "@/lib/queries/organisation/organisation";

export const metadata: Metadata = { title: "Set up" };

/** The first start: organisation and first admin. Afterwards it leads to signing in. */
export default async function SetupPage() {
  if (await isSetUp()) redirect("/sign-in");
  return (
    <>
      <Sentence sub="Two minutes, once. Everything here can be changed later in the settings.">
        First, whose services are these, and who are you?
      </Sentence>
      <SetupForm timeZones={Intl.supportedValuesOf("timeZone")} />
    </>
  );
}
