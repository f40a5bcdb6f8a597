package org.alongside.groups.participant;

import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.alongside.groups.GroupsSettings.Weights;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Modality;

/**
 * One reason to prefer a group among those that fit.
 *
 * @param weight how much it counts, from the centre's settings
 * @param fit from 0 to 1; a half where the person has no preference, or the group follows no pathway
 */
record SeatingPreference(String name, ToDoubleFunction<Weights> weight, ToDoubleBiFunction<Candidate, Group> fit) {

    private static final double NO_PREFERENCE = 0.5;

    static final SeatingPreference PATHWAY = new SeatingPreference("pathway", Weights::pathway, (person, group) -> {
        var wanted = person.profile().pathways();
        if (wanted.isEmpty() || group.plan().pathways().isEmpty()) {
            return NO_PREFERENCE;
        }
        return Collections.disjoint(wanted, group.plan().pathways()) ? 0 : 1;
    });

    /** A group for another audience is excluded before; one for everyone is no match for who declared one. */
    static final SeatingPreference AUDIENCE =
            new SeatingPreference("audience-match", Weights::audience, (person, group) -> {
                var declared = person.profile().audiences();
                if (declared.isEmpty()) {
                    return NO_PREFERENCE;
                }
                return Collections.disjoint(declared, group.plan().audiences()) ? 0 : 1;
            });

    static final SeatingPreference MODALITY = new SeatingPreference("modality", Weights::modality, (person, group) -> {
        var wanted = person.profile().modality();
        if (wanted == Modality.EITHER) {
            return NO_PREFERENCE;
        }
        return wanted == group.plan().modality() ? 1 : NO_PREFERENCE;
    });

    static final SeatingPreference AVAILABILITY =
            new SeatingPreference("availability", Weights::availability, (person, group) -> {
                var windows = person.profile().availability();
                return windows.isEmpty()
                        ? NO_PREFERENCE
                        : group.plan().series().window().shareInside(windows, person.now());
            });

    static final SeatingPreference LOAD =
            new SeatingPreference("load", Weights::load, (person, group) -> 1 - group.load());

    static final List<SeatingPreference> ALL = List.of(PATHWAY, AUDIENCE, MODALITY, AVAILABILITY, LOAD);
}
