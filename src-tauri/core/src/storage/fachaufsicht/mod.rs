//! SQL of Fachaufsicht, one file an aggregate.
