package org.alongside.groups.participant;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.groups.group.Group;
import org.bson.Document;

/** Reads what one person's decision needs to know of groups and of other people. */
class LookingAround {

    private final Documents<Participant> participants;
    private final Documents<Avoided> avoided;
    private final Documents<Group> groups;

    LookingAround(Documents<Participant> participants, Documents<Avoided> avoided, Documents<Group> groups) {
        this.participants = participants;
        this.avoided = avoided;
        this.groups = groups;
    }

    Surroundings of(String patientId, Known known) {
        var apart = apartFrom(patientId, known);
        return new Surroundings(groups.all(new Document()).map(Kept::state).toList(), apart, groupsOf(apart));
    }

    private Set<String> apartFrom(String patientId, Known known) {
        var profile = known.profile();
        var apart = new HashSet<>(profile == null ? Set.<String>of() : profile.avoid());
        avoided.find(patientId).map(Kept::state).stream()
                .flatMap(Avoided::people)
                .forEach(apart::add);
        apart.remove(patientId);
        return apart;
    }

    private Set<String> groupsOf(Set<String> people) {
        return people.stream()
                .flatMap(person -> participants.find(person).map(Kept::state).stream())
                .flatMap(other -> other.seating().seats().values().stream())
                .filter(Seat::active)
                .map(Seat::groupId)
                .collect(Collectors.toSet());
    }

    /** The seats that people have in the group, asked for or wait for: the patientId by the seatId. */
    Map<String, String> holders(String groupId) {
        var holders = new TreeMap<String, String>();
        participants
                .all(new Document("state.groups." + groupId, true))
                .forEach(kept -> kept.orElseThrow().seating().seats().values().stream()
                        .filter(seat -> seat.active() && seat.groupId().equals(groupId))
                        .forEach(seat -> holders.put(seat.seatId(), kept.id())));
        return holders;
    }
}
