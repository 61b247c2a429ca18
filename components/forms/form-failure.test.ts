import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/lib/client/request";
import { FieldProblems, formFailure } from "./form-failure";

const problem = (errors?: { field: string; message: string }[]) =>
  new ApiProblem({
    type: "about:blank",
    title: "Refused",
    status: 400,
    code: "invalid_input",
    detail: "name: Write something here.",
    requestId: "r",
    ...(errors ? { errors } : {}),
  });

describe("what a form says of a failure", () => {
  it("counts the fields when all of them are on the form", () => {
    const failure = formFailure(problem([{ field: "name", message: "Write something here." }]), ["name"]);
    expect(failure).toEqual({
      message: "One field needs another look.",
      errors: { name: "Write something here." },
    });
  });
  it("repeats the server when a field is not on the form", () => {
    const errors = [
      { field: "name", message: "a" },
      { field: "expectedVersion", message: "b" },
    ];
    expect(formFailure(problem(errors), ["name"]).message).toBe("name: Write something here.");
  });
  it("repeats the server when no field is named", () => {
    expect(formFailure(problem(), ["name"])).toEqual({ message: "name: Write something here.", errors: {} });
  });
  it("counts what is wrong before anything is sent, and every field of a form that names none", () => {
    const errors = { name: "Write something here.", tags: "Too many." };
    expect(formFailure(new FieldProblems(errors))).toEqual({
      message: "2 fields need another look.",
      errors,
    });
  });
  it("says that typing is kept when the server cannot be reached", () => {
    expect(formFailure(new TypeError("fetch failed"), ["name"]).message).toContain("What you typed is kept");
  });
});
