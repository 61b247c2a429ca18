import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";
import { formatTime } from "@/components/ui/format-time";
import { Sentence } from "@/components/ui/sentence";
import { JoinForm } from "@/components/welcome/join-form";
import { becomes, joinProblem } from "@/components/welcome/join-words";
import { SignedInAs } from "@/components/welcome/signed-in-as";
import { pageAddress, pageNow, pageViewer } from "@/lib/auth/page-scope";
import { AppError } from "@/lib/domain/errors";
import { isStorable } from "@/lib/domain/text";
import { isSetUp } from "@/lib/queries/organisation/organisation";
import { loadJoining } from "@/lib/queries/people/join";

export const metadata: Metadata = { title: "Join", robots: { index: false } };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** What a link is good for; a wait in seconds when too many were tried from here. */
async function joiningOf(token: unknown) {
  if (typeof token !== "string" || token === "" || token.length > 200 || !isStorable(token)) return null;
  try {
    return await loadJoining(token, await pageAddress(), pageNow());
  } catch (error) {
    if (error instanceof AppError && error.code === "too_many_attempts") return error;
    throw error;
  }
}

/** Who invites me to what, and how do I get in? */
export default async function JoinPage({ searchParams }: { searchParams: Search }) {
  if (!(await isSetUp())) redirect("/setup");
  const { token } = await searchParams;
  const joining = await joiningOf(token);
  if (joining instanceof AppError) {
    return <Sentence sub={joining.message}>Too many links were tried from here.</Sentence>;
  }
  const viewer = await pageViewer();
  const problem = joinProblem(joining);
  if (problem !== null || joining === null) {
    const here = viewer !== null;
    return (
      <>
        <Sentence sub={problem?.text}>{problem?.title}</Sentence>
        <ButtonLink href={here ? "/work" : "/sign-in?to=/work"} replace size="large" className="mt-7 w-full">
          {here ? "Go to your start" : "Sign in"}
        </ButtonLink>
      </>
    );
  }
  const { invitation, organisation, timeZone } = joining;
  const until = formatTime(invitation.expiresAt, timeZone, "day");
  return (
    <>
      <Sentence sub={`${becomes(joining)} The link works once, until ${until}.`}>
        <bdi>{invitation.createdBy.name}</bdi> invites you to <bdi>{organisation}</bdi>.
      </Sentence>
      {viewer === null ? (
        <JoinForm token={String(token)} email={invitation.email} />
      ) : (
        <SignedInAs name={viewer.person.name} />
      )}
    </>
  );
}
