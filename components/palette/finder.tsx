"use client";

import { Search } from "lucide-react";
import {
  type ComponentType,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { isDialogOpen } from "@/components/keys/heard";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { useNavigate } from "@/lib/client/navigation";
import type { FoundListProps } from "./found-list";

type FoundList = ComponentType<FoundListProps>;
let loading: Promise<FoundList> | null = null;
/** What is found, and how: comes with the first use, or when somebody is about to use it. */
function loadList(): Promise<FoundList> {
  loading ??= import("./found-list").then(
    ({ FoundList }) => FoundList,
    (error) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}
const prepare = () => void loadList().catch(() => undefined);

const never = () => () => undefined;
const isApple = () => /Mac|iP(?:hone|ad)/.test(navigator.platform);
export const LIST_ID = "found";

interface FinderProps {
  /** Id of who is signed in; null where the page does not know, see useMe. */
  person: string | null;
  /** Pages that not everybody may open, as far as this person may. */
  may: readonly string[];
  /** Where there is no bar: without the button, and no single key leads away. */
  bare?: boolean | undefined;
}

/** The way to everything: a button in the bar, Ctrl or ⌘ K, and the keys of every page. The field takes keys at once, whatever is still on its way. */
export function Finder({ person, may, bare = false }: FinderProps) {
  const apple = useSyncExternalStore(never, isApple, () => false);
  /** Comes after everything that the page itself needs; without a connection no single keys are heard. */
  const [KeyDesk, setKeyDesk] = useState<{ is: typeof import("@/components/keys/key-desk").KeyDesk } | null>(
    null,
  );
  useEffect(() => {
    // not a part left out of the server's drawing: a page with one is not kept for others (page-template.ts)
    import("@/components/keys/key-desk").then(
      (module) => setKeyDesk({ is: module.KeyDesk }),
      () => {},
    );
  }, []);
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  // here and not in the list, which is gone before the page that was chosen in it is there
  const navigate = useNavigate();
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent) => {
      if (event.key === "Control" || event.key === "Meta") prepare();
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (event.key.toLowerCase() !== "k") return;
      // never the browser's own search, also over a dialog
      event.preventDefault();
      if (!isDialogOpen()) setOpen(true);
      else if (dialog.current?.open) dialog.current.close();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
  return (
    <>
      {!bare && (
        <button
          type="button"
          aria-haspopup="dialog"
          aria-keyshortcuts={apple ? "Meta+K" : "Control+K"}
          onPointerEnter={prepare}
          onFocus={prepare}
          onClick={() => setOpen(true)}
          className="flex h-8 shrink-0 items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-sunk hover:text-ink pointer-coarse:h-9 xl:border xl:border-field xl:bg-paper xl:pl-2.5"
        >
          <Search aria-hidden="true" className="size-4 xl:size-3.5" />
          <span className="max-xl:sr-only">Search</span>
          <span aria-hidden="true" className="max-xl:hidden">
            <Kbd>{apple ? "⌘ K" : "Ctrl K"}</Kbd>
          </span>
        </button>
      )}
      {KeyDesk && <KeyDesk.is go={!bare} />}
      {open && <FindDialog {...{ person, may, dialog, navigate }} onClose={() => setOpen(false)} />}
    </>
  );
}

interface FindDialogProps extends Pick<FoundListProps, "person" | "may" | "navigate"> {
  dialog: RefObject<HTMLDialogElement | null>;
  onClose: () => void;
}

function FindDialog({ person, may, navigate, dialog, onClose }: FindDialogProps) {
  const [typed, setTyped] = useState("");
  const [List, setList] = useState<{ is: FoundList } | null>(null);
  const [failed, setFailed] = useState(false);
  const [active, setActive] = useState<string | undefined>(undefined);
  const onKey = useRef<(event: KeyboardEvent) => void>(() => undefined);
  useEffect(() => {
    dialog.current?.showModal();
    loadList().then(
      (is) => setList({ is }),
      () => setFailed(true),
    );
  }, [dialog]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: what lies behind it is pressed; Escape closes it too
    <dialog
      ref={dialog}
      aria-label="Search"
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      className={classNames(
        "mx-auto mt-2 mb-auto max-h-[min(36rem,calc(100dvh-1rem))] w-[calc(100vw-1rem)] max-w-150 flex-col overflow-hidden rounded-xl border border-line bg-card text-ink shadow-pop open:flex md:mt-[12vh] md:max-h-[70vh] print:hidden",
        "backdrop:bg-veil",
      )}
    >
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        <input
          type="text"
          dir="auto"
          role="combobox"
          aria-label="Search"
          aria-expanded
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={active}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={200}
          placeholder="Service, gap, person or action"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => onKey.current(event)}
          className="h-12 min-w-0 flex-1 bg-transparent text-[1rem] outline-none placeholder:text-ink-3"
        />
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          className="shrink-0 rounded-sm px-1 text-sm text-ink-3 hover:text-ink"
        >
          <Kbd>Esc</Kbd>
          <span className="pointer-fine:sr-only">Close</span>
        </button>
      </div>
      {List ? (
        <List.is
          {...{ person, may, navigate, typed, active }}
          onActive={setActive}
          onKey={onKey}
          onDone={() => dialog.current?.close()}
        />
      ) : (
        <div id={LIST_ID} role="listbox" aria-label="What is found" className="px-4 py-3 text-ink-3">
          <p role="status">
            {failed ? "Search did not load. Check the connection, then open it again." : ""}
          </p>
        </div>
      )}
    </dialog>
  );
}
