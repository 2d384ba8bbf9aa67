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
  ["Answer 500 emails a day"],
  ["Handle at least 40 tickets per agent"],
  ["Answer more customer calls"],
  ["..."],
])("%j is a task", (sentence) => expect(wordingOf(sentence)).toBe("task"));

test.each([
  ["customers get a first answer within four business hours"],
  ["Improve response time and satisfaction"],
  ["Answer customer emails within four hours"],
  ["Cut the cost of a resolved item by a fifth"],
  ["orders leave the warehouse on the day they are placed"],
  ["90 % of invoices are right the first time"],
  ["fewer customers write twice"],
  ["Answer calls in 20 seconds"],
  ["Answer 90% of calls in 20 seconds"],
  ["Resolve tickets within 2 business days"],
])("%j is an outcome", (sentence) => expect(wordingOf(sentence)).toBe("outcome"));
