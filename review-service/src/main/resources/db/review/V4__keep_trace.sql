-- W3C form of the trace in which this version came in, null if it came without one.
alter table scorecard add column traceparent text;
