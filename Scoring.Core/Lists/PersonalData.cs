using System.Text.Json;
using Scoring.Core.Json;

namespace Scoring.Core.Lists;

/// <summary>What a registration form asks beyond what results need (R-I1). Travels in the clear in competition files only; elsewhere it is
/// <c>Entrant.Sealed</c>: this record's JSON, encrypted outside Core (R-I2).</summary>
/// <param name="IdType">证件类型, e.g. 居民身份证; null: taken from the number (R-I1b).</param>
/// <param name="IdNumber">证件号码, text.</param>
/// <param name="Nation">民族.</param>
/// <param name="Education">文化程度.</param>
/// <param name="FormerCertificate">原证书号, text.</param>
/// <param name="Leader">领队.</param>
/// <param name="Members">Of a pair or team, by name (R-K14); null: of none of them anything is known.</param>
public sealed record PersonalData(
    string? IdType = null, string? IdNumber = null, string? Phone = null, string? Nation = null, string? Education = null,
    string? FormerCertificate = null, string? Leader = null, string? LeaderPhone = null, IReadOnlyList<MemberData>? Members = null)
{
    /// <summary>What is known of one member; null: nothing.</summary>
    public MemberData? Of(string member) => Members?.FirstOrDefault(m => m.Name == member);

    /// <summary>What was known of a member who may have had another name: of the name, else of the one in whose place it stands.</summary>
    /// <param name="before">Who stood in the same place; null: nobody.</param>
    /// <param name="now">All names as they shall be: who only moved keeps what is known of them.</param>
    public MemberData? Of(string member, string? before, IReadOnlyList<string> now) =>
        Of(member) ?? (before is not null && !now.Contains(before) ? Of(before) : null);

    /// <summary>The document number of whoever of an entrant has this name: a member's own, else the entrant's if it is the entrant's name;
    /// null: none.</summary>
    public string? NumberOf(string entrant, string name) => Of(name) is { } member ? member.IdNumber : name == entrant ? IdNumber : null;

    /// <summary>The same with these members; of whom nothing is known is left out.</summary>
    public PersonalData With(IEnumerable<MemberData> members) => this with
    {
        Members = members.Where(m => m is not { IdNumber: null, Phone: null }).ToList() is { Count: > 0 } some ? some : null,
    };

    public bool Equals(PersonalData? other) =>
        other is not null && Own == other.Own && (Members ?? []).SequenceEqual(other.Members ?? []);

    public override int GetHashCode() => Own.GetHashCode();

    private (string?, string?, string?, string?, string?, string?, string?, string?) Own =>
        (IdType, IdNumber, Phone, Nation, Education, FormerCertificate, Leader, LeaderPhone);

    /// <summary>The text that is sealed.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ScoringJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> wrote.</exception>
    public static PersonalData FromJson(string json) =>
        JsonSerializer.Deserialize<PersonalData>(json, ScoringJson.Options) ?? throw new JsonException("personal data: null");
}

/// <summary>What is locked away of one member of a pair or team (R-K14, R-I2).</summary>
/// <param name="Name">As it stands among the entrant's members.</param>
public sealed record MemberData(string Name, string? IdType = null, string? IdNumber = null, string? Phone = null);
