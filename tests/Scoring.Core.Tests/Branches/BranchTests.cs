using Scoring.Core.Branches;
using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Tests.Branches;

/// <summary>分会场: who may change what while trades are lent, and what of a branch's chain is taken.</summary>
public sealed class BranchTests
{
    private static readonly Actor _admin = new(Role.Admin, "admin", Contest.Here);
    private static readonly TradeId _qg = new("qg");

    [Theory]
    [InlineData("", "dg", "请填写分会场的名字")]
    [InlineData("东区", "", "请勾选")]
    [InlineData("东区", "nn", "找不到")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "dg", "最多 40 个字")]
    public void What_cannot_be_lent_is_said(string name, string trade, string says)
    {
        var chain = new LedgerOf();
        Assert.Contains(says, Refused(LendTrades.Decide(chain.State, _admin, name, trade.Length == 0 ? [] : [new(trade)], "key")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_trade_is_lent_once_by_an_admin_before_its_review_and_by_the_main_venue()
    {
        var chain = new LedgerOf();
        Assert.Contains("只能由管理员", Refused(LendTrades.Decide(chain.State, new(Role.HeadJudge, "cpz"), "东区", [_qg], "key")),
            StringComparison.Ordinal);
        chain.Lend("东区", _qg);
        Assert.Contains("已经分给了分会场“东区”", Refused(LendTrades.Decide(chain.State, _admin, "西区", [_qg], "key")), StringComparison.Ordinal);
        Assert.Contains("请换一个名字", Refused(LendTrades.Decide(chain.State, _admin, "东区", [Contest.TradeId], "key")),
            StringComparison.Ordinal);
        var branch = chain.Branch(1);
        Assert.Contains("这里是分会场", Refused(LendTrades.Decide(branch.State, _admin, "西区", [Contest.TradeId], "key")),
            StringComparison.Ordinal);
        Assert.Contains("这里是分会场", Refused(RecallTrades.Decide(branch.State, _admin, 1, "坏了")), StringComparison.Ordinal);
        chain.Do(new PhaseChanged(Contest.TradeId, Phase.Review));
        Assert.Contains("现在是“复核”", Refused(LendTrades.Decide(chain.State, _admin, "西区", [Contest.TradeId], "key")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void While_lent_the_main_venue_changes_nothing_of_the_trade_and_the_branch_nothing_else()
    {
        var chain = new LedgerOf();
        Assert.Null(Held(chain, new PhaseChanged(_qg, Phase.Scoring, "x"))); // nothing is lent yet
        chain.Lend("东区", _qg);
        var branch = chain.Branch(1);
        foreach (var e in (LedgerEvent[])
        [
            new PhaseChanged(_qg, Phase.Review), new StatusChanged(new("Q1"), EntrantStatus.Absent, "x"), new JudgeDismissed(new("JQ"),
                "x"), new TradeRemoved(_qg),
            new EntrantsRegistered([new(new("Q9"), "新人", new("org"), _qg)]),
        ])
        {
            Assert.Contains("现在在分会场“东区”比赛", Held(chain, e), StringComparison.Ordinal);
        }

        Assert.Null(Held(branch, new PhaseChanged(_qg, Phase.Review)));
        Assert.Null(Held(branch, new StatusChanged(new("Q1"), EntrantStatus.Absent, "x")));
        Assert.Null(Held(branch, new PairingCodeMade(new("JQ"))));
        Assert.Null(Held(chain, new StatusChanged(new("E1"), EntrantStatus.Absent, "x")));
        Assert.Contains("只能改分到这里的", Held(branch, new StatusChanged(new("E1"), EntrantStatus.Absent, "x")), StringComparison.Ordinal);
        foreach (var e in (LedgerEvent[])
        [
            new CompetitionDefined(new(new("ydb"), "别的")), new OrganizationDefined(new(new("o2"), "新单位")), new TradeRemoved(_qg),
            new EntrantsRegistered([new(new("Q9"), "新人", new("org"), _qg)]), new CertificatesIssued(_qg, []),
                new TeamCertificatesIssued([]),
        ])
        {
            Assert.Contains("要在主会场的电脑上做", Held(branch, e), StringComparison.Ordinal);
        }

        branch.Do(new BranchClosed(1));
        Assert.Contains("已经交回主会场", Held(branch, new PhaseChanged(_qg, Phase.Review)), StringComparison.Ordinal);
        Assert.Contains("已经交回主会场", Held(branch, new PairingCodeMade(new("JQ"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_branchs_chain_is_taken_entry_by_entry_and_holds_in_the_main_ledger_between_its_own()
    {
        var chain = new LedgerOf();
        chain.Lend("东区", _qg);
        var branch = chain.Branch(1);
        branch.Mark("Q1", 80m, basedOn: 0);
        branch.Do(new SheetReturned(new("Q1"), new("P"), new("JQ"), "重看"));
        branch.Mark("Q1", 90m, basedOn: branch.Sequence);
        branch.Do(new ViolationRecorded(branch.State.LastViolation + 1, new("Q1"), null, "裁判长", null, "x", ViolationOutcome.Warning, 0m));
        branch.Do(new BranchClosed(1));

        var own = branch.Entries.Skip((int)chain.Sequence).ToList();
        chain.Do(new StatusChanged(new("E1"), EntrantStatus.Absent, "x"));
        Assert.Contains("接不上", Refused(TakeEntry.Decide(chain.State, 1, own[1])), StringComparison.Ordinal); // not before the first
        foreach (var entry in own)
        {
            chain.Take(1, entry);
            if (entry.Type != nameof(BranchClosed))
            {
                chain.Do(new StatusChanged(new("E1"), EntrantStatus.Normal, "x"));
            }
        }

        Assert.Equal(90m, chain.State.Entrant(new("Q1"))!.Result.Total);
        Assert.Equal(BranchStanding.Returned, chain.State.Branches.Find(1)!.Standing);
        Assert.Equal(own.Count, chain.State.Branches.Find(1)!.Taken);
        Assert.Equal(10_001, branch.State.LastViolation);
        Assert.Equal(0, chain.State.LastViolation);
        Assert.Null(chain.State.Branches.Of(_qg));
        Assert.Contains("已经交回", Refused(TakeEntry.Decide(chain.State, 1, own[0])), StringComparison.Ordinal);
        Assert.True(chain.Holds());
        Assert.All(chain.Entries, e => Assert.Null(chain.Why(e)));

        // One byte of a taken entry, hashed anew in the main chain as whoever has the file can: the branch's own chain does not hold.
        Assert.False(chain.With(own[3].Id, e => e is SheetSubmitted sheet ? sheet with { Marks = Marks(99m) } : e).Holds());
    }

    [Fact]
    public void An_entry_of_another_trade_or_of_nobody_entitled_is_not_taken()
    {
        var chain = new LedgerOf();
        chain.Lend("东区", _qg);
        foreach (var (e, actor, says) in ((LedgerEvent, string, string)[])
        [
            (new StatusChanged(new("E1"), EntrantStatus.Absent, "x"), Actor.System, "不是分到“东区”的"),
            (new OrganizationDefined(new(new("o2"), "新单位")), Actor.System, "不是分到“东区”的"),
            (new BranchClosed(2), Actor.System, "不是分到“东区”的"),
            (new CertificatesIssued(_qg, []), Actor.System, "不是分到“东区”的"),
            (new SheetSubmitted(new("Q1"), new("P"), new("JQ"), Marks(80m), 0), "judge:J1", "操作人是 judge:J1"),
        ])
        {
            var branch = chain.Branch(1);
            branch.Do(e, actor);
            var own = branch.Entries.Skip((int)chain.Sequence).ToList();
            var main = chain.Copy();
            main.Take(1, own[0]);
            Assert.Contains(says, Refused(TakeEntry.Decide(main.State, 1, own[1])), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Trades_taken_back_are_the_main_venues_again_and_nothing_more_is_taken()
    {
        var chain = new LedgerOf();
        chain.Lend("东区", _qg);
        var branch = chain.Branch(1);
        Assert.Contains("找不到这个分会场", Refused(RecallTrades.Decide(chain.State, _admin, 2, "坏了")), StringComparison.Ordinal);
        Assert.Contains("请写明理由", Refused(RecallTrades.Decide(chain.State, _admin, 1, " ")), StringComparison.Ordinal);
        chain.Do(Appended(RecallTrades.Decide(chain.State, _admin, 1, " 坏了 ")));
        Assert.Null(Held(chain, new PhaseChanged(_qg, Phase.Review)));
        Assert.Contains("已经收回", Refused(TakeEntry.Decide(chain.State, 1, branch.Entries[^1])), StringComparison.Ordinal);
        chain.Lend("东区", _qg); // the name is free again, the number never
        Assert.Equal([1, 2], chain.State.Branches.All.Select(b => b.Number));
        Assert.Equal("东区", chain.State.Branches.Of(_qg)?.Name);
    }

    [Fact]
    public void A_branch_is_opened_from_the_ledger_as_it_was_lent_and_once()
    {
        var chain = new LedgerOf();
        chain.Lend("东区", _qg);
        Assert.IsType<BranchOpened>(Appended(OpenBranch.Decide(chain.State, 1)));
        Assert.Contains("找不到", Refused(OpenBranch.Decide(chain.State, 2)), StringComparison.Ordinal);
        Assert.Contains("不是分出去时的样子", Refused(OpenBranch.Decide(chain.Branch(1).State, 1)), StringComparison.Ordinal);
        Assert.Contains("这里是主会场", Refused(CloseBranch.Decide(chain.State, _admin)), StringComparison.Ordinal);
        chain.Do(new StatusChanged(new("E1"), EntrantStatus.Absent, "x"));
        Assert.Contains("不是分出去时的样子", Refused(OpenBranch.Decide(chain.State, 1)), StringComparison.Ordinal);
    }

    private static Dictionary<AspectId, Entry> Marks(decimal mark) => new() { [new("a")] = Entry.Of(mark) };

    private static string? Held(LedgerOf chain, LedgerEvent e) => (KeptApart.Held(chain.State,
        Decision.Of(e)) as Decision.Refuse)?.Message.ToString();

    private static string Refused(Decision decision) => Assert.IsType<Decision.Refuse>(decision).Message.ToString();

    private static LedgerEvent Appended(Decision decision) =>
        decision is Decision.Append append ? append.Event : throw new InvalidOperationException(Refused(decision));

    /// <summary>A ledger with its chain: 电工 (dg) with E1, 钳工 (qg) with Q1 and its judge JQ.</summary>
    private sealed class LedgerOf
    {
        private readonly List<LedgerEntry> entries = [];

        public LedgerOf()
        {
            var trade = Contest.Union() with
            {
                Components = [new(new("c"), "实操", ComponentKind.Practical, 100m, [new(
                    new("P"), "实操", 100m, MarkingMethod.Judge, [new("K", "工艺", [new PointsAspect(new("a"), "总分", 100m, 0.01m)])])])],
            };
            Do(new CompetitionDefined(new(new("ydb"), "第一届“殷都杯”")));
            foreach (var (id, name, judge, entrant) in ((TradeId, string, string, string)[])[(Contest.TradeId, "电工", "J1", "E1"), (_qg,
                "钳工", "JQ", "Q1")])
            {
                Do(new TradeDefined(trade with { Id = id, Name = name, Code = id.Value.ToUpperInvariant() }));
                Do(new OrganizationDefined(new(new("org"), "河南利源集团")));
                Do(new JudgesAppointed([new(new(judge), judge, [new(Role.Judge, id, new("P"), 1)])]));
                Do(new EntrantsRegistered([new(new(entrant), entrant, new("org"), id)]));
                Do(new CodesDrawn(id, 1, null, [new(new(entrant), entrant + "0", null)]));
                Do(new PhaseChanged(id, Phase.Drawn));
                Do(new PhaseChanged(id, Phase.Scoring));
            }
        }

        private LedgerOf(IEnumerable<LedgerEntry> from) => Add(from);

        public CompetitionState State { get; } = Folding.Begin();

        public IReadOnlyList<LedgerEntry> Entries => entries;

        public long Sequence => entries.Count;

        public LedgerOf Copy() => new(entries);

        public void Do(LedgerEvent e, string actor = Actor.System) => Append(Guid.NewGuid(), actor, e);

        public void Lend(string name, params TradeId[] trades) => Do(Appended(LendTrades.Decide(State, _admin, name, trades, "key")));

        /// <summary>As its laptop begins.</summary>
        public LedgerOf Branch(int number)
        {
            var branch = Copy();
            branch.Do(new BranchOpened(number));
            return branch;
        }

        public void Mark(string entrant, decimal mark, long basedOn) =>
            Do(new SheetSubmitted(new(entrant), new("P"), new("JQ"), Marks(mark), basedOn), "judge:JQ");

        public void Take(int branch, LedgerEntry entry) => Append(entry.Id, entry.Actor, Appended(TakeEntry.Decide(State, branch, entry)));

        public bool Holds()
        {
            var chains = new BranchChains();
            return entries.TrueForAll(e => chains.Holds(e, EventTypes.Read(e)));
        }

        /// <summary>Why an entry could not have been taken where it stands.</summary>
        public string? Why(LedgerEntry entry)
        {
            var before = new LedgerOf(entries.Take((int)entry.Sequence - 1));
            return DecidedAgain.Why(before.State, entry.Actor, EventTypes.Read(entry));
        }

        /// <summary>The ledger with one entry's event changed and every hash made anew.</summary>
        public LedgerOf With(Guid id, Func<LedgerEvent, LedgerEvent> change)
        {
            var made = new LedgerOf([]);
            foreach (var entry in entries)
            {
                var e = EventTypes.Read(entry);
                made.Append(entry.Id, entry.Actor, entry.Id == id ? change(e) : e);
            }

            return made;
        }

        private void Append(Guid id, string actor, LedgerEvent e)
        {
            var (sequence, at, payload) = (Sequence + 1, Contest.Start.AddSeconds(Sequence), EventTypes.Write(e));
            var before = entries.Count == 0 ? Chain.Genesis : entries[^1].Hash;
            Add([new(sequence, at, id, actor, EventTypes.NameOf(e), payload, Chain.Hash(sequence, at, id, actor, EventTypes.NameOf(e),
                payload, before.Span))]);
        }

        private void Add(IEnumerable<LedgerEntry> more)
        {
            foreach (var entry in more)
            {
                State.Apply(entry);
                entries.Add(entry);
            }
        }
    }
}
