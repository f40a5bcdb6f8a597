package org.alongside.mentorship.ranking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.alongside.mentorship.MentorshipSettings;
import org.springframework.stereotype.Component;

/** Applies the rules with the centre's settings. The same question gets the same answer, ties included. */
@Component
public class MentorRules {

    private static final int POINTS = 10_000;

    private final MentorshipSettings settings;
    private final double sumOfWeights;

    /** @throws IllegalArgumentException where the settings name a rule that there is none of, which would change nothing */
    public MentorRules(MentorshipSettings settings) {
        onlyKnown(
                "requirements",
                settings.requirements(),
                HardRule.WISHES.stream().map(HardRule::name).toList());
        onlyKnown(
                "weights",
                settings.weights().keySet(),
                SoftRule.ALL.stream().map(SoftRule::name).toList());
        this.settings = settings;
        this.sumOfWeights = SoftRule.ALL.stream().mapToDouble(this::weight).sum();
    }

    private static void onlyKnown(String setting, Set<String> named, List<String> known) {
        if (!known.containsAll(named)) {
            throw new IllegalArgumentException(
                    "alongside.mentorship." + setting + " may name " + known + " and names " + named);
        }
    }

    /** The first hard rule that refuses, or none. */
    public Optional<HardRule> refusal(Seeker seeker, Candidate candidate, Instant now) {
        var asked = new Asked(seeker, candidate, settings, now);
        return HardRule.ALL.stream().filter(rule -> rule.refuses().test(asked)).findFirst();
    }

    public Ranking rank(Seeker seeker, List<Candidate> candidates, Instant now) {
        var fitting = new ArrayList<Candidate>();
        var excluded = new LinkedHashMap<String, Integer>();
        for (var candidate : candidates) {
            refusal(seeker, candidate, now)
                    .ifPresentOrElse(
                            rule -> excluded.merge(rule.name(), 1, Integer::sum), () -> fitting.add(candidate));
        }
        var inOrder = fitting.stream()
                .map(candidate -> score(seeker, candidate, now))
                .sorted(Comparator.comparingInt(Scored::score).reversed().thenComparing(Scored::mentorId))
                .limit(settings.alternatives() + 1L)
                .toList();
        return new Ranking(candidates.size(), fitting.size(), ranked(inOrder), counted(excluded));
    }

    public Scored score(Seeker seeker, Candidate candidate, Instant now) {
        var asked = new Asked(seeker, candidate, settings, now);
        var contributions = new LinkedHashMap<String, Integer>();
        SoftRule.ALL.forEach(rule -> contributions.put(rule.name(), points(rule, asked)));
        var mentor = candidate.mentor();
        return new Scored(
                candidate.mentorId(),
                mentor.profile().relation(),
                mentor.profile().employed(),
                mentor.terms(),
                1,
                contributions);
    }

    private int points(SoftRule rule, Asked asked) {
        double value = Math.clamp(rule.value().applyAsDouble(asked), 0.0, 1.0);
        return sumOfWeights == 0 ? 0 : (int) Math.round(POINTS * value * weight(rule) / sumOfWeights);
    }

    private double weight(SoftRule rule) {
        return settings.weights().getOrDefault(rule.name(), 0.0);
    }

    private static List<Scored> ranked(List<Scored> inOrder) {
        return IntStream.range(0, inOrder.size())
                .mapToObj(n -> inOrder.get(n).ranked(n + 1))
                .toList();
    }

    private static List<Excluded> counted(LinkedHashMap<String, Integer> excluded) {
        return HardRule.ALL.stream()
                .map(rule -> new Excluded(rule.name(), excluded.getOrDefault(rule.name(), 0)))
                .filter(excluding -> excluding.count() > 0)
                .toList();
    }
}
