//! Prevention of corruption: offered benefits and the areas at risk. No names, and no suspicion. Pure.

pub mod verdacht;
