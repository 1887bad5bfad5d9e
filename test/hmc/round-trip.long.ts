// The same with more worlds.
import './round-trip.test.ts';
