using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>The few forms that credentials are written with.</summary>
internal static class CredentialJson
{
    /// <summary>A list of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, string member, params IReadOnlyList<string> values)
    {
        json.WriteStartArray(member);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A text that may be absent.</summary>
    public static void Optional(this Utf8JsonWriter json, string member, string? value)
    {
        if (value is not null)
        {
            json.WriteString(member, value);
        }
    }

    /// <summary>An object with type, id and name, as a member.</summary>
    public static void Reference(this Utf8JsonWriter json, string member, string type, string id, string name)
    {
        json.WritePropertyName(member);
        json.Thing(type, id, name);
    }

    /// <summary>An object with type, id and name.</summary>
    public static void Thing(this Utf8JsonWriter json, string type, string id, string name)
    {
        json.WriteStartObject();
        json.Texts("type", type);
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    /// <summary>A party.</summary>
    public static void Party(this Utf8JsonWriter json, CredentialParty party)
    {
        json.WriteStartObject();
        json.Texts("type", "Party");
        json.WriteString("id", party.Id);
        json.WriteString("name", party.Name);
        json.Optional("registeredId", party.RegisteredId);
        json.Optional("nameInEnglish", party.NameInEnglish);
        json.WriteEndObject();
    }
}
