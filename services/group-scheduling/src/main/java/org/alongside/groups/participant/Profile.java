package org.alongside.groups.participant;

import java.util.List;
import java.util.Set;
import org.alongside.groups.group.Modality;
import org.alongside.groups.timetable.Window;

/**
 * What the person wants of a group. An empty part is "no preference"; that there is no profile at all is not.
 *
 * @param audiences what the person declared, and nothing else
 * @param avoid opaque ids of people, mentors or groups
 * @param groupAgreement the person accepted the groups' confidentiality agreement
 */
record Profile(
        int version,
        Set<String> pathways,
        Set<String> languages,
        Set<String> audiences,
        Modality modality,
        List<Window> availability,
        Set<String> avoid,
        boolean groupAgreement) {}
