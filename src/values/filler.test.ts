import { expect, test } from "vitest";
import { differentPeople, isFiller, isNamed, isSaid, isSamePerson } from "./filler.ts";

test.each([
  [undefined],
  [null],
  [""],
  ["  "],
  ["-"],
  ["..."],
  ["?"],
  ["???"],
  ["TBD"],
  ["tbd."],
  ["T.B.D."],
  ["tbc"],
  ["TBA"],
  ["n/a"],
  ["N / A"],
  ["nobody"],
  ["No one"],
  ["none"],
  ["todo"],
  ["xxx"],
  ["aaaa"],
  ["to be decided"],
  ["To be hired"],
  ["TBD (Ana?)"],
  ["Ana?"],
  ["ＴＢＤ"],
  ["t\u200bbd"],
  ["lorem ipsum"],
  ["not yet known"],
  ["unassigned"],
  ["pending"],
  ["tbd tbd tbd"],
  ["insert name here"],
  ["the owner"],
])("%j says nothing and names nobody", (text) => {
  expect(isFiller(text)).toBe(true);
  expect(isNamed(text)).toBe(false);
  expect(isSaid(text, 1)).toBe(false);
});

test.each([
  ["ana"],
  ["Rosa María"],
  ["coo"],
  ["head of support"],
  ["José"],
  ["O. Tabac"],
  ["Nadia Noone-Smith"],
  ["李雷"],
  ["Al Batband"],
])("%j is somebody", (name) => {
  expect(isFiller(name)).toBe(false);
  expect(isNamed(name)).toBe(true);
});

test.each([
  ["the team"],
  ["Support Team"],
  ["client"],
  ["both"],
  ["management"],
  ["Operations / HR"],
  ["everyone"],
  ["123"],
])("%j is a group or a number, so nobody in particular", (name) => expect(isNamed(name)).toBe(false));

test("one person written twice is one person, and two stopgaps are nobody", () => {
  expect(isSamePerson("Ana López", " ana lopez ")).toBe(true);
  expect(isSamePerson("Ana", "Rosa")).toBe(false);
  expect(isSamePerson("TBD", "TBD")).toBe(false);
  expect(differentPeople(["ana", "Ana", "tbd", "Rosa", null])).toEqual(["ana", "Rosa"]);
});

test("a sentence is said only with enough different words", () => {
  expect(isSaid("second site in León takes the calls")).toBe(true);
  expect(isSaid("plan plan plan plan")).toBe(false);
  expect(isSaid("the plan")).toBe(false);
  expect(isSaid("n/a, none, tbd later")).toBe(false);
});
