"use client";

import NextLink, { useLinkStatus } from "next/link";
import { useRouter } from "next/navigation";
import { type ComponentProps, startTransition, useEffect, useRef } from "react";
import { fetchAhead, goneTo, navigationStarted } from "@/lib/client/navigation";

/** How long a pointer rests on a link, or the keyboard's focus stays, before it counts as meant. */
const INTENT_MS = 60;
/** How long after a list stands the page that most people go to from it is fetched. */
const LIKELY_MS = 300;

type LinkProps = Omit<ComponentProps<typeof NextLink>, "prefetch" | "href"> & {
  href: string;
  /** Most people who see it go there: its page is fetched without being asked for. For the first rows of a list alone. */
  likely?: boolean | undefined;
};

/**
 * The link to another page of the product. That page is fetched when somebody is about to go there, never because the
 * link is seen, but for the likely one; while the page is on its way the link says that it was pressed, and a thin line runs over the page.
 */
export function Link({
  children,
  onPointerEnter,
  onPointerLeave,
  onPointerDown,
  onFocus,
  onBlur,
  likely = false,
  ...props
}: LinkProps) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const { href } = props;
  useEffect(() => {
    if (!likely) return;
    const soon = setTimeout(() => fetchAhead(href, router), LIKELY_MS);
    return () => clearTimeout(soon);
  }, [likely, href, router]);
  const fetchIn = (ms: number) => {
    clearTimeout(timer.current);
    if (isOurs(props)) timer.current = setTimeout(() => fetchAhead(props.href, router), ms);
  };
  return (
    <NextLink
      {...props}
      prefetch={false}
      onPointerEnter={(event) => {
        onPointerEnter?.(event);
        if (event.pointerType === "mouse") fetchIn(INTENT_MS);
      }}
      onPointerLeave={(event) => {
        onPointerLeave?.(event);
        clearTimeout(timer.current);
      }}
      onPointerDown={(event) => {
        onPointerDown?.(event);
        if (event.button === 0) fetchIn(0);
      }}
      onFocus={(event) => {
        onFocus?.(event);
        if (event.currentTarget.matches(":focus-visible")) fetchIn(INTENT_MS);
      }}
      onBlur={(event) => {
        onBlur?.(event);
        clearTimeout(timer.current);
      }}
      onNavigate={(event) => {
        props.onNavigate?.(event);
        clearTimeout(timer.current);
        // after the way has begun, so that both land as one
        queueMicrotask(() => startTransition(() => goneTo(props.href, router)));
      }}
    >
      {children}
      <Pressed />
    </NextLink>
  );
}

/** Whether a page of the product opens in this tab: downloads, other tabs and places on this page are not fetched ahead. */
const isOurs = ({ href, target, download }: LinkProps) =>
  href.startsWith("/") && !href.startsWith("/api/") && !target && download === undefined;

/** Marks its link while the page that it leads to is on its way. */
function Pressed() {
  const { pending } = useLinkStatus();
  useEffect(() => (pending ? navigationStarted() : undefined), [pending]);
  return pending ? <span data-pressed hidden /> : null;
}
