package org.alongside.mentorship.mentor;

/** Told of a mentor when the state, the capacity, or whether there is room at all has changed. */
record MentorAvailabilityChanged(String mentorId, String centreId, MentorState state, int capacity, int free) {}
