using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>Gathers the requirements of one question, source after source, in order of precedence.</summary>
internal sealed class RequirementCollector(PackSet packs, RequirementQuestion question, ProductFamily family)
{
    private readonly List<Requirement> _requirements = [];
    private readonly List<Phrase> _remarks = [];
    private readonly List<Bilingual> _documents = [];
    private readonly SortedDictionary<string, PackPin> _pins = new(StringComparer.Ordinal);

    /// <summary>The standards that are named.</summary>
    public void AddNamed(IReadOnlyList<NamedStandard> named, Basis basis)
    {
        foreach (var standard in named)
        {
            if (string.IsNullOrWhiteSpace(standard.Edition))
            {
                throw new Refused("refused.judging.edition-missing", standard.Standard)
                {
                    Field = basis == Basis.Contract ? "contract" : "agreement",
                };
            }

            if (packs.Find(standard.Standard, standard.Edition) is not { } pack)
            {
                _remarks.Add(Phrase.Of("judging.remark.named-without-numbers", standard.Standard, standard.Edition));
                continue;
            }

            if (!PackSet.IsInForce(pack, question.Day))
            {
                _remarks.Add(Phrase.Of("judging.remark.not-in-force", standard.Standard, standard.Edition));
            }

            AddPack(pack, basis, standard);
        }
    }

    /// <summary>The contract's own limits, before the same characteristic of its standard.</summary>
    public void AddContractLimits()
    {
        foreach (var limit in question.ContractLimits)
        {
            _requirements.RemoveAll(r => r.Id == limit.Id && r.Basis == Basis.Contract);
            Unit.Read(limit.Unit, "contractLimits");
            _requirements.Add(new Requirement
            {
                Key = limit.Id + "@contract",
                Id = limit.Id,
                Name = Requirements.NameOf(limit.Id),
                Kind = limit.About ?? CharacteristicKind.Dimension,
                Class = limit.Class,
                Basis = Basis.Contract,
                Safety = limit.Safety,
                Group = limit.Group,
                Standard = "contract",
                Edition = "contract",
                Clause = limit.Clause,
                Limit = new RequirementLimit { Kind = limit.Kind, Lower = limit.Lower, Upper = limit.Upper,
                    Unit = limit.Unit },
                Rule = question.Rule,
                Confidence = Confidence.High,
                Source = "contract",
            });
        }
    }

    /// <summary>What the market asks for; false where nothing is known of it.</summary>
    public bool AddMarket(Market market)
    {
        var any = false;
        foreach (var row in packs.Catalogue.Matrix.Where(r => Holds(r, market)))
        {
            any = true;
            _documents.AddRange(row.Documents.Where(d => !_documents.Contains(d)));
            _remarks.AddRange(row.WithoutNumbers.Select(s => Phrase.Of("judging.remark.without-numbers", s)));
            foreach (var pack in row.Packs.Select(packs.Get).Where(p => PackSet.IsInForce(p, question.Day)))
            {
                AddPack(pack, pack.Mandatory ? Basis.Mandatory : Basis.Recommended, null);
            }
        }

        return any;
    }

    /// <summary>The body's alloy is declared: its composition binds as declared (main performance list).</summary>
    public void AddAlloy()
    {
        if (question.Alloy is not { } name)
        {
            return;
        }

        if (Alloys.Find(packs, name, null) is not { } found)
        {
            _remarks.Add(Phrase.Of("judging.remark.alloy-unknown", name));
            return;
        }

        var (pack, alloy) = found;
        Pin(pack);
        _requirements.Add(new Requirement
        {
            Key = "composition@" + pack.Id,
            Id = "composition",
            Name = Requirements.NameOf("composition"),
            Kind = CharacteristicKind.Material,
            Class = CharacteristicClass.A,
            Basis = Basis.Declared,
            Safety = false,
            Group = "chemical",
            Standard = pack.Standard,
            Edition = pack.Edition,
            Clause = alloy.Name + " " + alloy.Clause,
            Limit = new RequirementLimit { Kind = LimitKind.Composition, Unit = "%", Elements = alloy.Elements },
            Rule = question.Rule,
            Confidence = alloy.Confidence ?? pack.Confidence,
            Source = pack.Source,
            Since = pack.ValidFrom,
            Pack = packs.PinOf(pack),
        });
        RemarkOnLead(alloy);
    }

    /// <summary>What was gathered, with the question where nothing can be tested.</summary>
    public RequirementAnswer Answer(Market? market, bool known)
    {
        var tested = _requirements.Any(r => r.Kind == CharacteristicKind.Performance);
        if (!known)
        {
            _remarks.Insert(0, Phrase.Of("judging.remark.market-unknown", market?.Code ?? question.Market));
        }

        return new RequirementAnswer
        {
            Requirements = [.. _requirements.OrderBy(r => r.Kind).ThenBy(r => r.Class)],
            Ask = tested ? null : Phrase.Of(known ? "judging.ask.no-test-standard" : "judging.ask.market-unknown",
                market?.Code ?? question.Market),
            Remarks = [.. _remarks.Distinct()],
            Documents = _documents,
            Pins = [.. _pins.Values],
        };
    }

    private bool Holds(MatrixRow row, Market market) =>
        (row.Markets.Contains(market.Code) || row.Markets.Any(market.Unions.Contains))
        && (row.From is not { } from || question.Day >= from)
        && (row.To is not { } to || question.Day <= to)
        && Fits(row.Families, row.Traits);

    private bool Fits(IReadOnlyList<string> families, IReadOnlyList<string> traits) =>
        (families.Count == 0 && traits.Count == 0)
        || families.Contains(family.Code)
        || traits.Any(family.Traits.Contains);

    private void AddPack(Pack pack, Basis basis, NamedStandard? named)
    {
        foreach (var row in pack.Requirements)
        {
            var dated = (row.From is not { } from || question.Day >= from)
                && (row.To is not { } to || question.Day <= to);
            if (dated && Fits(row.Families, row.Traits)
                && (row.Seats.Count == 0 || (question.Seat is { } seat && row.Seats.Contains(seat)))
                && !Yields(row.Id, basis) && _requirements.All(r => r.Key != row.Id + "@" + pack.Id))
            {
                Pin(pack);
                _requirements.Add(RequirementBuilder.Build((packs.PinOf(pack), pack), row, basis,
                    new RequirementBuilder.Asked(question, family, named)));
            }
        }
    }

    // Mandatory rules stand beside whatever else binds; the others yield to what came first.
    private bool Yields(string id, Basis basis) => basis != Basis.Mandatory && _requirements.Any(r => r.Id == id);

    private void RemarkOnLead(Alloy alloy)
    {
        var least = alloy.Elements.FirstOrDefault(e => e.Element == "Pb")?.Min;
        var limit = _requirements.FirstOrDefault(r => r.Id == "lead-content")?.Limit?.Upper;
        if (least > limit)
        {
            _remarks.Add(Phrase.Of("judging.remark.alloy-leaded", alloy.Name, NumberText.Show(least.Value),
                NumberText.Show(limit.Value)));
        }
    }

    private void Pin(Pack pack) => _pins[pack.Id] = packs.PinOf(pack);
}
