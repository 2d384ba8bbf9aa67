/**
 * Characters of a text that a terminal or a browser would obey instead of showing: control characters but for the line's
 * end, and marks that reorder a line or cannot be seen. Whoever prints text from a file takes them out or shows them.
 */
export const steeringCharacters =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
