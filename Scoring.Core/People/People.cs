using System.Text.Json.Serialization;
using Scoring.Core.Definition;

namespace Scoring.Core.People;

/// <summary>单位. Written as decided at import (R-I1f).</summary>
/// <param name="Tags">Kind → value, e.g. 区县 → 文峰区 (R-K15); null: none of its own.</param>
public sealed record Organization(OrganizationId Id, string Name, string? ShortName = null, IReadOnlyDictionary<string, string>? Tags = null);

/// <summary>选手 of one trade; a person in two trades is two entrants (R-I1e). Personal data are sealed before they reach the ledger (R-I2).</summary>
/// <param name="ExamNumber">准考证号, text.</param>
/// <param name="Grade">现等级, for promotion (R-E5); null: not recorded.</param>
/// <param name="Members">Of a pair or team event (R-F4); null: an individual.</param>
/// <param name="Group">Of panels side by side, by the list (R-K3); null: none, or drawn later.</param>
/// <param name="Tags">Kind → value, e.g. 组别 → 学生组 (R-K15); null: none of their own.</param>
/// <param name="Counts">How far the result counts (R-K10); null: everywhere.</param>
/// <param name="MemberRoles">What each of <paramref name="Members"/> is in the team (队长, 主厨), in their order; empty where nothing is
/// written; null: of nobody.</param>
/// <param name="Work">作品名称; null: nothing is shown or handed in under a name of its own.</param>
/// <param name="From">Where the entrant comes from, if from an earlier stage (R-K11); null: registered here first.</param>
/// <param name="Person">The same text for one person in several trades, e.g. the id of the first of them; null: told by name and organization.</param>
/// <param name="Sealed">ID number, phone and the like, encrypted outside Core; null: none given.</param>
public sealed record Entrant(
    EntrantId Id,
    string Name,
    OrganizationId Organization,
    TradeId Trade,
    string? Gender = null,
    string? ExamNumber = null,
    string? Grade = null,
    IReadOnlyList<string>? Members = null,
    string? Team = null,
    string? Sealed = null,
    string? Group = null,
    IReadOnlyDictionary<string, string>? Tags = null,
    Counting? Counts = null,
    IReadOnlyList<string>? MemberRoles = null,
    string? Work = null,
    EarlierStage? From = null,
    string? Person = null)
{
    /// <summary>Whoever stands behind the entrant, each with a certificate of their own (R-F4): the members, or the one.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Names => Members is { Count: > 0 } members ? members : [Name];

    /// <summary>Members with what they are: 石小川（队长）; empty: an individual.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> MembersInWords =>
        [.. (Members ?? []).Select((m, i) => MemberRoles?.ElementAtOrDefault(i) is { Length: > 0 } role ? $"{m}（{role}）" : m)];
}

/// <summary>R-K10. 不计团体: in no team; 不计名次: marked and listed, with no rank, in no quota, percentage, field, team or advance list.</summary>
public enum Counting { Individual, Guest }

/// <summary>What an advance list says of somebody (R-K11).</summary>
/// <param name="Contest">The earlier contest's name.</param>
/// <param name="Rank">There, from 1; null: not written.</param>
/// <param name="Total">The earlier total, as published; null: not written.</param>
public sealed record EarlierStage(string? Contest = null, int? Rank = null, decimal? Total = null);

/// <summary>裁判 and other officials of a competition, with their seats.</summary>
/// <param name="RecusedFrom">回避 (R-A4): entrants this judge neither sees nor counts for.</param>
/// <param name="RecusedOrganizations">The same for everyone of an organization.</param>
public sealed record Judge(
    JudgeId Id,
    string Name,
    IReadOnlyList<JudgeSeat> Seats,
    OrganizationId? Organization = null,
    string? Title = null,
    IReadOnlyList<EntrantId>? RecusedFrom = null,
    IReadOnlyList<OrganizationId>? RecusedOrganizations = null)
{
    public bool IsRecusedFrom(Entrant entrant) =>
        RecusedFrom?.Contains(entrant.Id) == true || RecusedOrganizations?.Contains(entrant.Organization) == true;
}

/// <param name="Module">Null for roles that concern the whole trade (裁判长, 监督…).</param>
/// <param name="Number">席位 from 1, panel order (R-J3); 0 for roles without one.</param>
/// <param name="Group">Of a module with groups (R-K3); null: it has none.</param>
/// <param name="Trainee">影子裁判 (R-K10): marks like the others, and counts in no figure.</param>
public sealed record JudgeSeat(Role Role, TradeId Trade, ModuleId? Module = null, int Number = 0, string? Group = null, bool Trainee = false);

/// <summary>R-A4.</summary>
public enum Role { Admin, HeadJudge, Judge, FloorJudge, CodingOfficer, Clerk, Supervisor, Arbitrator }

/// <summary>R-B8: 正常, 缺考, 弃赛, 取消资格; 超时淘汰 follows from the recorded time and is never set (R-K6). Only a normal entrant is ranked.</summary>
public enum EntrantStatus { Normal, Absent, Withdrawn, Disqualified, Eliminated }
