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
public sealed record PersonalData(
    string? IdType = null, string? IdNumber = null, string? Phone = null, string? Nation = null, string? Education = null,
    string? FormerCertificate = null, string? Leader = null, string? LeaderPhone = null)
{
    /// <summary>The text that is sealed.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ScoringJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> wrote.</exception>
    public static PersonalData FromJson(string json) =>
        JsonSerializer.Deserialize<PersonalData>(json, ScoringJson.Options) ?? throw new JsonException("personal data: null");
}
