// The same with more lines.
import './fuzz.test.ts';
