import { expect, test } from "vitest";
import { wordingOf } from "./objective-wording.ts";

test.each([
  ["Answer customer emails"],
  ["answering the phones"],
  ["We will handle all chats"],
  ["Handle tickets"],
  ["Outsource the support desk"],
  ["Processing of invoices"],
  ["Setting up the team in León"],
  ["Provider shall staff the night shift"],
])("%j is a task", (sentence) => expect(wordingOf(sentence)).toBe("task"));

test.each([
  ["customers get a first answer within four business hours"],
  ["Improve response time and satisfaction"],
  ["Answer customer emails within four hours"],
  ["Cut the cost of a resolved item by a fifth"],
  ["orders leave the warehouse on the day they are placed"],
  ["90 % of invoices are right the first time"],
  ["fewer customers write twice"],
])("%j is an outcome", (sentence) => expect(wordingOf(sentence)).toBe("outcome"));
