import { describe, expect, it } from "vitest";
import { readCatalog } from "./catalog";

const component = (name: string, some: object = {}, spec: object = { owner: "team-a" }) => ({
  kind: "Component",
  metadata: { name, ...some },
  spec: { type: "service", lifecycle: "production", ...spec },
});
const read = (...values: unknown[]) =>
  readCatalog(values.map((value, at) => ({ line: at * 10 + 1, value, problem: null })));
const one = (some: object, spec?: object) => {
  const [service] = read(component("checkout", some, spec)).services;
  if (!service) throw new RangeError("a component becomes a service");
  return service;
};

describe("what becomes of a catalogue's entities", () => {
  it("a component becomes a service, known by its reference in lower case", () => {
    expect(one({ title: "Checkout", namespace: "Shop", description: "Takes the money." })).toMatchObject({
      key: "component:shop/checkout",
      ref: "component:shop/checkout",
      name: "Checkout",
      description: "Takes the money.",
      lifecycle: { value: "live" },
      team: "group:shop/team-a",
      adds: true,
      problems: [],
    });
  });

  it("a group becomes a team, named by its display name, its title, or its name", () => {
    const group = (metadata: object, profile?: object) =>
      read({ kind: "Group", metadata, spec: { profile } }).teams[0]?.name;
    expect(group({ name: "a", title: "B" }, { displayName: "C" })).toBe("C");
    expect(group({ name: "a", title: "B" }, { email: "a@example.com" })).toBe("B");
    expect(group({ name: "a" })).toBe("a");
    expect(group({ name: "a" }, { displayName: 7 })).toBe("a");
  });

  it.each(["User", "API", "System", "Domain", "Resource", "Template", "Widget"])(
    "a %s is passed over, and why",
    (kind) => {
      expect(read({ kind, metadata: { name: "x" } }).skipped).toMatchObject([
        { action: "skip", name: "x", reason: expect.stringMatching(/invited|not kept|knows nothing/) },
      ]);
    },
  );

  it("two users of one name in two namespaces are two", () => {
    const user = (metadata: object) => ({ kind: "User", metadata, spec: { memberOf: ["team-a"] } });
    const { skipped } = read(user({ name: "guest" }), user({ name: "guest", namespace: "development" }));
    expect(skipped.map((each) => each.action)).toEqual(["skip", "skip"]);
  });

  it("a location is passed over with each of its targets", () => {
    const location = {
      kind: "Location",
      metadata: { name: "all" },
      spec: { target: "./a.yaml", targets: ["./b.yaml", 7] },
    };
    expect(read(location).skipped[0]).toMatchObject({
      action: "skip",
      notes: [
        "spec.targets holds something that is not text: left out.",
        "Not followed: ./a.yaml",
        "Not followed: ./b.yaml",
      ],
    });
  });

  it.each<[string, unknown, string]>([
    ["a list", [1], "not an entity"],
    ["a word", "hello", "not an entity"],
    ["no kind", { metadata: { name: "x" } }, "kind is missing"],
    ["no name", { kind: "Component", metadata: {} }, "metadata.name is missing"],
    ["no metadata", { kind: "Component", metadata: "x" }, "metadata.name is missing"],
    ["a number for a name", { kind: "Component", metadata: { name: 7 } }, "put it in quotes"],
    ["NUL in a name", { kind: "Component", metadata: { name: "a\u0000" } }, "cannot carry"],
    ["a long name", { kind: "Component", metadata: { name: "x".repeat(121) } }, "longer than 120"],
    ["a name that is no reference", { kind: "Component", metadata: { name: "a/b/c" } }, "not a valid name"],
    [
      "a namespace that is a list",
      { kind: "Group", metadata: { name: "a", namespace: [] } },
      "namespace is not text",
    ],
    [
      "a name from the prototype",
      { kind: "Group", metadata: Object.create({ name: "inherited" }) },
      "metadata.name is missing",
    ],
  ])("%s is refused, with its line", (_, value, reason) => {
    const { skipped } = read(component("first"), value);
    expect(skipped).toMatchObject([
      { key: "line:11", line: 11, action: "error", reason: expect.stringContaining(reason) },
    ]);
  });

  it("the same entity twice is refused the second time, whatever its letters", () => {
    expect(read(component("a"), component("A")).skipped).toMatchObject([
      { line: 11, action: "error", reason: "component:default/a stands on line 1 already." },
    ]);
  });

  it("what a parser could not read is refused with what it said", () => {
    const { skipped } = readCatalog([{ line: 4, value: null, problem: "Line 5: Tabs are not allowed." }]);
    expect(skipped).toMatchObject([
      { line: 4, action: "error", name: "Document 1", reason: "Line 5: Tabs are not allowed." },
    ]);
  });
});

describe("owners", () => {
  it("that the file does not describe are teams named after the reference, once; those that it describes are themselves", () => {
    const group = { kind: "Group", metadata: { name: "team-a", title: "Team A" } };
    const { teams } = read(
      component("a", {}, { owner: "x/team-b" }),
      component("b", {}, { owner: "group:x/team-b" }),
      component("c"),
      group,
    );
    expect(teams.map(({ key, name, implied }) => [key, name, implied])).toEqual([
      ["group:x/team-b", "team-b", true],
      ["group:default/team-a", "Team A", false],
    ]);
  });

  it.each([
    [undefined, "spec.owner is missing"],
    ["user:mira", "Its owner is a user (user:mira)"],
    [["a"], "not a reference to a group"],
    ["a b", "not a reference to a group"],
  ])("%j is none: a person chooses a team", (owner, message) => {
    expect(one({}, { owner })).toMatchObject({
      team: null,
      problems: [{ field: "team", message: expect.stringContaining(message) }],
    });
  });
});

describe("lifecycle and tier", () => {
  it.each([
    ["production", "live", ["live"], null],
    ["Deprecated", "live", ["live", "retired"], "Deprecated in the catalogue"],
    ["experimental", "building", ["planned", "building", "launching"], null],
    ["retired", "retired", ["retired"], null],
    [
      "sunset",
      "building",
      expect.arrayContaining(["planned", "live", "retired"]),
      "“sunset” is not known here",
    ],
    [undefined, "building", expect.arrayContaining(["planned", "live", "retired"]), "gives no lifecycle"],
  ])("%s is %s, and leaves %j as it is", (lifecycle, value, fits, note) => {
    const choice = one({}, { owner: "a", lifecycle }).lifecycle;
    expect(choice).toMatchObject({ value, fits });
    if (note === null) expect(choice.note).toBeNull();
    else expect(choice.note).toContain(note);
  });

  it.each([
    ["1", 1, [1], 0],
    [2, 2, [2], 0],
    [undefined, 3, [1, 2, 3, 4], 0],
    ["gold", 3, [1, 2, 3, 4], 1],
  ])("the annotation %j gives tier %d", (given, value, fits, notes) => {
    const service = one({ annotations: { "plumbline/tier": given } });
    expect(service.tier).toMatchObject({ value, fits });
    expect(service.notes).toHaveLength(notes);
  });
});

describe("tags, links, dependencies", () => {
  it("tags are spelt as the checklist does, each once; what is none is left out with a note", () => {
    const service = one({ tags: ["Personal Data", "personal-data", "nodejs", 7, "x".repeat(41)] });
    expect(service.tags).toEqual(["personal_data", "nodejs"]);
    expect(service.notes).toHaveLength(2);
    expect(one({ tags: "payments" }).notes).toEqual(["metadata.tags is not a list: left out."]);
  });

  it("links are those of the entity and of well-known annotations, each address once", () => {
    const annotations = {
      "github.com/project-slug": "1-Platform/one-platform",
      "backstage.io/source-location": "url:https://example.com/source/",
      "backstage.io/view-url": "dir:.",
      "jira/project-key": "APD",
    };
    const links = [
      { url: "https://example.com/docs", title: "Docs" },
      { url: "mailto:team@example.com" },
      { url: "https://example.com/docs" },
      { url: "javascript:alert(1)" },
      "nothing",
    ];
    const service = one({ links, annotations });
    expect(service.links).toEqual([
      { label: "Docs", url: "https://example.com/docs" },
      { label: "team@example.com", url: "mailto:team@example.com" },
      { label: "Repository", url: "https://github.com/1-Platform/one-platform" },
      { label: "Source", url: "https://example.com/source/" },
    ]);
    expect(service.notes).toHaveLength(2);
  });

  it("dependencies are components, by default of the same namespace; others are left out with a note", () => {
    const spec = {
      owner: "a",
      dependsOn: ["ledger", "Component:other/search", "resource:db", "a b", "component:shop/ledger"],
    };
    const service = one({ namespace: "shop" }, spec);
    expect(service.dependsOn).toEqual(["component:shop/ledger", "component:other/search"]);
    expect(service.notes).toEqual([
      "resource:db is a resource, not a service: left out.",
      "“a b” is not a reference: left out.",
    ]);
  });

  it("dependencyOf is a dependency of the other one: in the file, or on a row of its own", () => {
    const spec = { owner: "a", dependencyOf: ["gateway", "component:other/shop"] };
    const { services } = read(component("ledger", {}, spec), component("gateway"));
    expect(services.map(({ key, name, dependsOn }) => [key, name, dependsOn])).toEqual([
      ["component:default/ledger", "ledger", []],
      ["component:default/gateway", "gateway", ["component:default/ledger"]],
      ["component:other/shop", null, ["component:default/ledger"]],
    ]);
  });
});
